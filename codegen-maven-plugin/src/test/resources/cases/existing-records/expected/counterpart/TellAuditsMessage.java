package gen.counterpart;

import io.tidings.messaging.Generated;
import io.tidings.messaging.Received;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.shared.Money;

/**
 * One of several kinds of message. Later versions of the document may know more of them: they come as {@link
 * Unknown}.
 */
@Generated(document = "asyncapi.yaml", version = "1.0.0")
public sealed interface TellAuditsMessage {
    /** Which kind a received message is. */
    static TellAuditsMessage of(Received<?, ?> message) {
        Object payload = message.payload();
        if (payload instanceof Money known) {
            return new MoneyMoved(known);
        }
        if (payload instanceof org.shop.Paid known) {
            return new Paid(known);
        }
        return new Unknown(payload);
    }

    /** Does what is right for the kind of message this is. */
    default <R extends @Nullable Object> R match(Function<? super Money, ? extends R> moneyMoved,
            Function<? super org.shop.Paid, ? extends R> paid,
            Function<? super Unknown, ? extends R> unknown) {
        if (this instanceof MoneyMoved variant) {
            return moneyMoved.apply(variant.payload());
        }
        if (this instanceof Paid variant) {
            return paid.apply(variant.payload());
        }
        return unknown.apply((Unknown) this);
    }

    /** Message {@code MoneyMoved}. */
    record MoneyMoved(Money payload) implements TellAuditsMessage {}

    /** Message {@code Paid}. */
    record Paid(org.shop.Paid payload) implements TellAuditsMessage {}

    /** A message that this version of the document does not know: an Avro {@code GenericRecord}, or null. */
    record Unknown(@Nullable Object payload) implements TellAuditsMessage {}
}
