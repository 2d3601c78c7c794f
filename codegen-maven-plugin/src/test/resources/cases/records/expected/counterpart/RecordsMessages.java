package gen.counterpart;

import io.tidings.messaging.Generated;
import io.tidings.messaging.MessageType;
import org.post.Posted;
import org.post.nasty.Object;

/** The kinds of message of Records. */
@Generated(document = "asyncapi.yaml", version = "2.1.0")
public final class RecordsMessages {
    /** Message {@code posted}. */
    public static final MessageType<Posted> POSTED = new MessageType<>("posted", Posted.class, Posted.getClassSchema());

    /** Message {@code nasty}. */
    public static final MessageType<Object> NASTY = new MessageType<>("nasty", Object.class, Object.getClassSchema());

    private RecordsMessages() {}
}
