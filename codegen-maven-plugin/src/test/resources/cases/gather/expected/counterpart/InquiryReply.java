package gen.counterpart;

import io.tidings.messaging.Generated;
import io.tidings.messaging.Received;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * One of several kinds of message. Later versions of the document may know more of them: they come as {@link
 * Unknown}.
 */
@Generated(document = "asyncapi.yaml", version = "1.0.0")
public sealed interface InquiryReply {
    /** Which kind a received message is. */
    static InquiryReply of(Received<?, ?> message) {
        Object payload = message.payload();
        if (payload instanceof org.auctions.Bid known) {
            return new Bid(known);
        }
        if (payload instanceof org.auctions.Pass known) {
            return new Pass(known);
        }
        return new Unknown(payload);
    }

    /** Does what is right for the kind of message this is. */
    default <R extends @Nullable Object> R match(
            Function<? super org.auctions.Bid, ? extends R> bid,
            Function<? super org.auctions.Pass, ? extends R> pass,
            Function<? super Unknown, ? extends R> unknown) {
        if (this instanceof Bid variant) {
            return bid.apply(variant.payload());
        }
        if (this instanceof Pass variant) {
            return pass.apply(variant.payload());
        }
        return unknown.apply((Unknown) this);
    }

    /** Message {@code bid}. */
    record Bid(org.auctions.Bid payload) implements InquiryReply {}

    /** Message {@code pass}. */
    record Pass(org.auctions.Pass payload) implements InquiryReply {}

    /** A message that this version of the document does not know: an Avro {@code GenericRecord}, or null. */
    record Unknown(@Nullable Object payload) implements InquiryReply {}
}
