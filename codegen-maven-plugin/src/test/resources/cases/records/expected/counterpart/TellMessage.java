package gen.counterpart;

import io.tidings.messaging.Generated;
import io.tidings.messaging.Received;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * One of several kinds of message. Later versions of the document may know more of them: they come as {@link
 * Unknown}.
 */
@Generated(document = "asyncapi.yaml", version = "2.1.0")
public sealed interface TellMessage {
    /** Which kind a received message is. */
    static TellMessage of(Received<?, ?> message) {
        Object payload = message.payload();
        if (payload instanceof org.post.Posted known) {
            return new Posted(known);
        }
        if (payload instanceof org.post.nasty.Object known) {
            return new Nasty(known);
        }
        return new Unknown(payload);
    }

    /** Does what is right for the kind of message this is. */
    default <R extends @Nullable Object> R match(
            Function<? super org.post.Posted, ? extends R> posted,
            Function<? super org.post.nasty.Object, ? extends R> nasty,
            Function<? super Unknown, ? extends R> unknown) {
        if (this instanceof Posted variant) {
            return posted.apply(variant.payload());
        }
        if (this instanceof Nasty variant) {
            return nasty.apply(variant.payload());
        }
        return unknown.apply((Unknown) this);
    }

    /** Message {@code posted}. */
    record Posted(org.post.Posted payload) implements TellMessage {}

    /** Message {@code nasty}. */
    record Nasty(org.post.nasty.Object payload) implements TellMessage {}

    /** A message that this version of the document does not know: an Avro {@code GenericRecord}, or null. */
    record Unknown(@Nullable Object payload) implements TellMessage {}
}
