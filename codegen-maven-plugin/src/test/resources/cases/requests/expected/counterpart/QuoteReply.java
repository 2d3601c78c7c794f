package gen.counterpart;

import io.tidings.messaging.Generated;
import io.tidings.messaging.Received;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * One of several kinds of message. Later versions of the document may know more of them: they come as {@link
 * Unknown}.
 */
@Generated(document = "asyncapi.yaml", version = "2.0.0")
public sealed interface QuoteReply {
    /** Which kind a received message is. */
    static QuoteReply of(Received<?, ?> message) {
        Object payload = message.payload();
        if (payload instanceof org.quotes.Quote known) {
            return new Quote(known);
        }
        if (payload instanceof org.quotes.Refusal known) {
            return new Refusal(known);
        }
        return new Unknown(payload);
    }

    /** Does what is right for the kind of message this is. */
    default <R extends @Nullable Object> R match(
            Function<? super org.quotes.Quote, ? extends R> quote,
            Function<? super org.quotes.Refusal, ? extends R> refusal,
            Function<? super Unknown, ? extends R> unknown) {
        if (this instanceof Quote variant) {
            return quote.apply(variant.payload());
        }
        if (this instanceof Refusal variant) {
            return refusal.apply(variant.payload());
        }
        return unknown.apply((Unknown) this);
    }

    /** Message {@code quote}. */
    record Quote(org.quotes.Quote payload) implements QuoteReply {}

    /** Message {@code refusal}. */
    record Refusal(org.quotes.Refusal payload) implements QuoteReply {}

    /** A message that this version of the document does not know: an Avro {@code GenericRecord}, or null. */
    record Unknown(@Nullable Object payload) implements QuoteReply {}
}
