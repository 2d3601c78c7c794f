import static org.assertj.core.api.Assertions.assertThat;

import gen.application.AuctionGatherer;
import gen.application.InquiryGatherer;
import gen.application.InquiryReply;
import gen.counterpart.AuctionReplier;
import gen.counterpart.InquiryReplier;
import io.tidings.codegen.fake.FakeTransport;
import io.tidings.messaging.Gather;
import io.tidings.messaging.Gathered;
import java.time.Duration;
import java.util.Optional;
import org.auctions.Bid;
import org.auctions.Lot;
import org.auctions.Pass;

/** What a user does with clients that ask many. */
public final class GatherBehaviour {

    private static final Gather TWO = Gather.untilCount(2).within(Duration.ofSeconds(5));

    private final FakeTransport transport = new FakeTransport();

    public void whoAnswersIsGathered() throws Exception {
        AuctionReplier.serve(transport, lot -> Optional.of(new Bid(5L)));
        AuctionReplier.serve(transport, lot -> Optional.of(new Bid(7L)));

        try (AuctionGatherer auction = AuctionGatherer.open(transport)) {
            Gathered<Bid> bids = auction.gatherAndWait("l1", new Lot("A vase"), TWO);
            assertThat(bids.replies()).extracting(Bid::getCents).containsExactlyInAnyOrder(5L, 7L);
            assertThat(bids.enough()).isTrue();
        }
    }

    public void whoDoesNotAnswerNeedNot() throws Exception {
        AuctionReplier.serve(transport, lot -> Optional.empty());

        try (AuctionGatherer auction = AuctionGatherer.open(transport)) {
            assertThat(auction.gatherAndWait("l1", new Lot("A vase"), TWO).replies())
                    .isEmpty();
        }
    }

    public void severalKindsOfAnswerAreOneOfASealedInterface() throws Exception {
        InquiryReplier.serve(transport, lot -> Optional.of(new gen.counterpart.InquiryReply.Pass(new Pass("no room"))));

        try (InquiryGatherer inquiry = InquiryGatherer.open(transport)) {
            assertThat(inquiry.gatherAndWait("l1", new Lot("A vase"), TWO).replies())
                    .singleElement()
                    .satisfies(reply -> assertThat(said(reply)).isEqualTo("no room"));
        }
    }

    private static String said(InquiryReply reply) {
        return reply.match(bid -> bid.getCents() + " cents", Pass::getWhy, unknown -> "what?");
    }
}
