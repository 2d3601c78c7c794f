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
public sealed interface LightsMessage {
    /** Which kind a received message is. */
    static LightsMessage of(Received<?, ?> message) {
        Object payload = message.payload();
        if (payload instanceof org.lights.Measured known) {
            return new Measured(known);
        }
        if (payload instanceof org.lights.Failed known) {
            return new Failed(known);
        }
        return new Unknown(payload);
    }

    /** Does what is right for the kind of message this is. */
    default <R extends @Nullable Object> R match(
            Function<? super org.lights.Measured, ? extends R> measured,
            Function<? super org.lights.Failed, ? extends R> failed,
            Function<? super Unknown, ? extends R> unknown) {
        if (this instanceof Measured variant) {
            return measured.apply(variant.payload());
        }
        if (this instanceof Failed variant) {
            return failed.apply(variant.payload());
        }
        return unknown.apply((Unknown) this);
    }

    /** Message {@code Measured}. */
    record Measured(org.lights.Measured payload) implements LightsMessage {}

    /** Message {@code Failed}. */
    record Failed(org.lights.Failed payload) implements LightsMessage {}

    /** A message that this version of the document does not know: an Avro {@code GenericRecord}, or null. */
    record Unknown(@Nullable Object payload) implements LightsMessage {}
}
