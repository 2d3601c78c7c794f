package gen.counterpart;

import io.tidings.messaging.Generated;
import io.tidings.messaging.Received;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.parcels.Door;

/**
 * One of several kinds of message. Later versions of the document may know more of them: they come as {@link
 * Unknown}.
 */
@Generated(document = "asyncapi.yaml", version = "1.0.0")
public sealed interface PublishDoorsMessage {
    /** Which kind a received message is. */
    static PublishDoorsMessage of(Received<?, ?> message) {
        Object payload = message.payload();
        if (ParcelsMessages.OPENED.names(message) && payload instanceof Door known) {
            return new Opened(known);
        }
        if (ParcelsMessages.CLOSED.names(message) && payload instanceof Door known) {
            return new Closed(known);
        }
        return new Unknown(payload);
    }

    /** Does what is right for the kind of message this is. */
    default <R extends @Nullable Object> R match(Function<? super Door, ? extends R> opened,
            Function<? super Door, ? extends R> closed,
            Function<? super Unknown, ? extends R> unknown) {
        if (this instanceof Opened variant) {
            return opened.apply(variant.payload());
        }
        if (this instanceof Closed variant) {
            return closed.apply(variant.payload());
        }
        return unknown.apply((Unknown) this);
    }

    /** Message {@code opened}. */
    record Opened(Door payload) implements PublishDoorsMessage {}

    /** Message {@code closed}. */
    record Closed(Door payload) implements PublishDoorsMessage {}

    /** A message that this version of the document does not know: an Avro {@code GenericRecord}, or null. */
    record Unknown(@Nullable Object payload) implements PublishDoorsMessage {}
}
