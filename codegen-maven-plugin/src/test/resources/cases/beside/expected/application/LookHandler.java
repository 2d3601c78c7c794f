package gen.application;

import io.tidings.messaging.FaultReplyException;
import io.tidings.messaging.Generated;
import io.tidings.messaging.Received;
import org.parcels.Found;
import org.parcels.Lookup;

/** Answers requests from {@code lookups}. */
@FunctionalInterface
@Generated(document = "asyncapi.yaml", version = "1.0.0")
public interface LookHandler {
    /**
     * Answers a request. A {@link FaultReplyException} becomes a fault reply; what this has written before stays.
     * What fails otherwise is tried again, and answered with a fault when it is given up.
     *
     * @return the reply
     */
    Found handle(Received<Void, Lookup> request) throws Exception;
}
