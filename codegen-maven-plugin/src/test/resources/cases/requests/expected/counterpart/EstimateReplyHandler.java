package gen.counterpart;

import io.tidings.messaging.Generated;
import io.tidings.messaging.Received;
import org.quotes.Quote;

/**
 * Handles replies from {@code quotes.replies}.
 *
 * <p>Guesses
 */
@FunctionalInterface
@Generated(document = "asyncapi.yaml", version = "2.0.0")
public interface EstimateReplyHandler {
    /** Handles a reply; its payload is null where the replier answered that it failed, and a header says why. */
    void handle(Received<Long, Quote> message) throws Exception;
}
