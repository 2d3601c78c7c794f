package gen.application;

import io.tidings.messaging.Generated;
import io.tidings.messaging.MessageType;
import org.auctions.Bid;
import org.auctions.Lot;
import org.auctions.Pass;

/** The kinds of message of Auctions. */
@Generated(document = "asyncapi.yaml", version = "1.0.0")
public final class AuctionsMessages {
    /** Message {@code lot}. */
    public static final MessageType<Lot> LOT = new MessageType<>("lot", Lot.class, Lot.getClassSchema());

    /** Message {@code bid}. */
    public static final MessageType<Bid> BID = new MessageType<>("bid", Bid.class, Bid.getClassSchema());

    /** Message {@code pass}. */
    public static final MessageType<Pass> PASS = new MessageType<>("pass", Pass.class, Pass.getClassSchema());

    private AuctionsMessages() {}
}
