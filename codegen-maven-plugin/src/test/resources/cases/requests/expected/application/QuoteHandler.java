package gen.application;

import io.tidings.messaging.FaultReplyException;
import io.tidings.messaging.Generated;
import io.tidings.messaging.Received;
import org.quotes.QuoteRequest;

/**
 * Answers requests from {@code quotes.requests}.
 *
 * <p>Says what a parcel would cost
 */
@FunctionalInterface
@Generated(document = "asyncapi.yaml", version = "2.0.0")
public interface QuoteHandler {
    /**
     * Answers a request. A {@link FaultReplyException} becomes a fault reply; what this has written before stays.
     * What fails otherwise is tried again, and answered with a fault when it is given up.
     *
     * @return the reply
     */
    QuoteReply handle(Received<Long, QuoteRequest> request) throws Exception;
}
