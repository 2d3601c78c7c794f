package gen.application;

import io.tidings.messaging.Generated;
import io.tidings.messaging.Received;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * One of several kinds of message. Later versions of the document may know more of them: they come as {@link
 * Unknown}.
 */
@Generated(document = "asyncapi.yaml", version = "0.1.0")
public sealed interface TakeMixedMessage {
    /** Which kind a received message is. */
    static TakeMixedMessage of(Received<?, ?> message) {
        Object payload = message.payload();
        if (payload instanceof org.half.Typed known) {
            return new Typed(known);
        }
        return new Unknown(payload);
    }

    /** Does what is right for the kind of message this is. */
    default <R extends @Nullable Object> R match(
            Function<? super org.half.Typed, ? extends R> typed,
            Function<? super Unknown, ? extends R> unknown) {
        if (this instanceof Typed variant) {
            return typed.apply(variant.payload());
        }
        return unknown.apply((Unknown) this);
    }

    /** Message {@code typed}. */
    record Typed(org.half.Typed payload) implements TakeMixedMessage {}

    /** A message that this version of the document does not know: an Avro {@code GenericRecord}, or null. */
    record Unknown(@Nullable Object payload) implements TakeMixedMessage {}
}
