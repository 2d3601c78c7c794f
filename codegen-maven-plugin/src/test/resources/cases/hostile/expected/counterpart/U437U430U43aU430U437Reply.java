package gen.counterpart;

import io.tidings.messaging.Generated;
import io.tidings.messaging.Received;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * One of several kinds of message. Later versions of the document may know more of them: they come as {@link
 * Unknown}.
 */
@Generated(document = "asyncapi.yaml", version = "1.0.0\" */ \\u0022")
public sealed interface U437U430U43aU430U437Reply {
    /** Which kind a received message is. */
    static U437U430U43aU430U437Reply of(Received<?, ?> message) {
        Object payload = message.payload();
        if (UnicodeU000aAPICodeMessages.STRING.name().equals(message.metadata().type()) && payload instanceof org.hostile.String known) {
            return new String(known);
        }
        if (UnicodeU000aAPICodeMessages.CLASS_MESSAGE.name().equals(message.metadata().type()) && payload instanceof org.hostile.String known) {
            return new ClassMessage(known);
        }
        return new Unknown(payload);
    }

    /** Does what is right for the kind of message this is. */
    default <R extends @Nullable Object> R match(
            Function<? super org.hostile.String, ? extends R> string,
            Function<? super org.hostile.String, ? extends R> classMessage,
            Function<? super Unknown, ? extends R> unknown) {
        if (this instanceof String variant) {
            return string.apply(variant.payload());
        }
        if (this instanceof ClassMessage variant) {
            return classMessage.apply(variant.payload());
        }
        return unknown.apply((Unknown) this);
    }

    /** Message {@code String}. */
    record String(org.hostile.String payload) implements U437U430U43aU430U437Reply {}

    /** Message <code>Class$Message</code>. */
    record ClassMessage(org.hostile.String payload) implements U437U430U43aU430U437Reply {}

    /** A message that this version of the document does not know: an Avro {@code GenericRecord}, or null. */
    record Unknown(@Nullable Object payload) implements U437U430U43aU430U437Reply {}
}
