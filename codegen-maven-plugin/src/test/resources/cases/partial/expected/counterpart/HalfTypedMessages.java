package gen.counterpart;

import io.tidings.messaging.Generated;
import io.tidings.messaging.MessageType;
import org.half.Typed;

/** The kinds of message of Half Typed. */
@Generated(document = "asyncapi.yaml", version = "0.1.0")
public final class HalfTypedMessages {
    /** Message {@code typed}. */
    public static final MessageType<Typed> TYPED = new MessageType<>("typed", Typed.class, Typed.getClassSchema());

    private HalfTypedMessages() {}
}
