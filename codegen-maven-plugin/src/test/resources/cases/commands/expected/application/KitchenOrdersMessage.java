package gen.application;

import io.tidings.messaging.Generated;
import io.tidings.messaging.Received;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.kitchen.Order;

/**
 * One of several kinds of message. Later versions of the document may know more of them: they come as {@link
 * Unknown}.
 */
@Generated(document = "asyncapi.yaml", version = "1.0.0")
public sealed interface KitchenOrdersMessage {
    /** Which kind a received message is. */
    static KitchenOrdersMessage of(Received<?, ?> message) {
        Object payload = message.payload();
        if (KitchenMessages.PREPARE.name().equals(message.metadata().type()) && payload instanceof Order known) {
            return new Prepare(known);
        }
        if (KitchenMessages.CANCEL.name().equals(message.metadata().type()) && payload instanceof Order known) {
            return new Cancel(known);
        }
        return new Unknown(payload);
    }

    /** Does what is right for the kind of message this is. */
    default <R extends @Nullable Object> R match(Function<? super Order, ? extends R> prepare,
            Function<? super Order, ? extends R> cancel,
            Function<? super Unknown, ? extends R> unknown) {
        if (this instanceof Prepare variant) {
            return prepare.apply(variant.payload());
        }
        if (this instanceof Cancel variant) {
            return cancel.apply(variant.payload());
        }
        return unknown.apply((Unknown) this);
    }

    /** Message {@code prepare}. */
    record Prepare(Order payload) implements KitchenOrdersMessage {}

    /** Message {@code cancel}. */
    record Cancel(Order payload) implements KitchenOrdersMessage {}

    /** A message that this version of the document does not know: an Avro {@code GenericRecord}, or null. */
    record Unknown(@Nullable Object payload) implements KitchenOrdersMessage {}
}
