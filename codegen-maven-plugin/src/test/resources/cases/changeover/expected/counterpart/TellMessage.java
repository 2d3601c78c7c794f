package gen.counterpart;

import io.tidings.messaging.Generated;
import io.tidings.messaging.Received;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.shop.OrderCancelled;
import org.shop.OrderPlaced;
import org.shop.OrderShipped;

/**
 * One of several kinds of message. Later versions of the document may know more of them: they come as {@link
 * Unknown}.
 */
@Generated(document = "asyncapi.yaml", version = "2.0.0")
public sealed interface TellMessage {
    /** Which kind a received message is. */
    static TellMessage of(Received<?, ?> message) {
        Object payload = message.payload();
        if (payload instanceof OrderPlaced known) {
            return new Placed(known);
        }
        if (payload instanceof OrderCancelled known) {
            return new Cancelled(known);
        }
        if (payload instanceof OrderShipped known) {
            return new Shipped(known);
        }
        return new Unknown(payload);
    }

    /** Does what is right for the kind of message this is. */
    default <R extends @Nullable Object> R match(Function<? super OrderPlaced, ? extends R> placed,
            Function<? super OrderCancelled, ? extends R> cancelled,
            Function<? super OrderShipped, ? extends R> shipped,
            Function<? super Unknown, ? extends R> unknown) {
        if (this instanceof Placed variant) {
            return placed.apply(variant.payload());
        }
        if (this instanceof Cancelled variant) {
            return cancelled.apply(variant.payload());
        }
        if (this instanceof Shipped variant) {
            return shipped.apply(variant.payload());
        }
        return unknown.apply((Unknown) this);
    }

    /** Message {@code placed}. */
    record Placed(OrderPlaced payload) implements TellMessage {}

    /** Message {@code cancelled}. */
    record Cancelled(OrderCancelled payload) implements TellMessage {}

    /** Message {@code shipped}. */
    record Shipped(OrderShipped payload) implements TellMessage {}

    /** A message that this version of the document does not know: an Avro {@code GenericRecord}, or null. */
    record Unknown(@Nullable Object payload) implements TellMessage {}
}
