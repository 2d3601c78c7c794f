// keeps
import gen.application.AuctionGatherer;
import gen.application.contract.AuctionGathererContract;
import io.tidings.messaging.Gather;
import java.time.Duration;
import org.auctions.Lot;

/** Asks many. */
public final class AuctionTest extends AuctionGathererContract {

    @Override
    protected void gather(AuctionGatherer requestor) throws InterruptedException {
        requestor.gatherAndWait("l1", new Lot("A vase"), Gather.untilCount(1).within(Duration.ofMillis(500)));
    }
}
