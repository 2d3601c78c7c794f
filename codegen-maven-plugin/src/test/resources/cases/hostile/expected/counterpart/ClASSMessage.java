package gen.counterpart;

import io.tidings.messaging.Generated;
import io.tidings.messaging.Received;
import java.util.function.Function;
import org.hostile.String;
import org.jspecify.annotations.Nullable;

/**
 * One of several kinds of message. Later versions of the document may know more of them: they come as {@link
 * Unknown}.
 */
@Generated(document = "asyncapi.yaml", version = "1.0.0\" */ \\u0022")
public sealed interface ClASSMessage {
    /** Which kind a received message is. */
    static ClASSMessage of(Received<?, ?> message) {
        java.lang.Object payload = message.payload();
        if (UnicodeU000aAPICodeMessages.NEW.name().equals(message.metadata().type()) && payload instanceof String known) {
            return new New(known);
        }
        if (UnicodeU000aAPICodeMessages.OBJECT.name().equals(message.metadata().type()) && payload instanceof String known) {
            return new Object(known);
        }
        if (UnicodeU000aAPICodeMessages.UNKNOWN_2.name().equals(message.metadata().type()) && payload instanceof String known) {
            return new Unknown2(known);
        }
        return new Unknown(payload);
    }

    /** Does what is right for the kind of message this is. */
    default <R extends java.lang. @Nullable Object> R match(
            Function<? super String, ? extends R> new_,
            Function<? super String, ? extends R> object,
            Function<? super String, ? extends R> unknown2,
            Function<? super Unknown, ? extends R> unknown) {
        if (this instanceof New variant) {
            return new_.apply(variant.payload());
        }
        if (this instanceof Object variant) {
            return object.apply(variant.payload());
        }
        if (this instanceof Unknown2 variant) {
            return unknown2.apply(variant.payload());
        }
        return unknown.apply((Unknown) this);
    }

    /**
     * Message {@code new}.
     *
     * <p>&#42;/
     */
    record New(String payload) implements ClASSMessage {}

    /** Message {@code object}. */
    record Object(String payload) implements ClASSMessage {}

    /** Message {@code unknown}. */
    record Unknown2(String payload) implements ClASSMessage {}

    /** A message that this version of the document does not know: an Avro {@code GenericRecord}, or null. */
    record Unknown(java.lang. @Nullable Object payload) implements ClASSMessage {}
}
