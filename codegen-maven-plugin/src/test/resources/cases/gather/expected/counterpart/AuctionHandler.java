package gen.counterpart;

import io.tidings.messaging.FaultReplyException;
import io.tidings.messaging.Generated;
import io.tidings.messaging.Received;
import java.util.Optional;
import org.auctions.Bid;
import org.auctions.Lot;

/**
 * Answers requests from {@code auctions.calls}.
 *
 * <p>Calls for bids
 */
@FunctionalInterface
@Generated(document = "asyncapi.yaml", version = "1.0.0")
public interface AuctionHandler {
    /**
     * Answers a request. A {@link FaultReplyException} becomes a fault reply; what this has written before stays.
     * What fails otherwise is tried again, and answered with a fault when it is given up.
     *
     * @return the reply; empty for no answer
     */
    Optional<Bid> handle(Received<String, Lot> request) throws Exception;
}
