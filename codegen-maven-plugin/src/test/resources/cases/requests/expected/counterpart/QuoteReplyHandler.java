package gen.counterpart;

import io.tidings.messaging.Generated;
import io.tidings.messaging.Received;

/**
 * Handles replies from {@code quotes.replies}.
 *
 * <p>Says what a parcel would cost
 */
@FunctionalInterface
@Generated(document = "asyncapi.yaml", version = "2.0.0")
public interface QuoteReplyHandler {
    /** Handles a reply; its payload is null where the replier answered that it failed, and a header says why. */
    void handle(Received<Long, QuoteReply> message) throws Exception;
}
