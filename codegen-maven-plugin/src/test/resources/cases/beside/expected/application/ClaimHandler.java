package gen.application;

import io.tidings.messaging.FaultReplyException;
import io.tidings.messaging.Generated;
import io.tidings.messaging.Received;
import org.parcels.Claim;
import org.parcels.ClaimRequest;

/** Answers requests from {@code claim.requests}. */
@FunctionalInterface
@Generated(document = "asyncapi.yaml", version = "1.0.0")
public interface ClaimHandler {
    /**
     * Answers a request. A {@link FaultReplyException} becomes a fault reply; what this has written before stays.
     * What fails otherwise is tried again, and answered with a fault when it is given up.
     *
     * @return the reply
     */
    Claim handle(Received<Void, ClaimRequest> request) throws Exception;
}
