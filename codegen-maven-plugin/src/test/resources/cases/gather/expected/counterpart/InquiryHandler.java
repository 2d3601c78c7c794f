package gen.counterpart;

import io.tidings.messaging.FaultReplyException;
import io.tidings.messaging.Generated;
import io.tidings.messaging.Received;
import java.util.Optional;
import org.auctions.Lot;

/**
 * Answers requests from {@code auctions.calls}.
 *
 * <p>Asks who is interested
 */
@FunctionalInterface
@Generated(document = "asyncapi.yaml", version = "1.0.0")
public interface InquiryHandler {
    /**
     * Answers a request. A {@link FaultReplyException} becomes a fault reply; what this has written before stays.
     * What fails otherwise is tried again, and answered with a fault when it is given up.
     *
     * @return the reply; empty for no answer
     */
    Optional<InquiryReply> handle(Received<String, Lot> request) throws Exception;
}
