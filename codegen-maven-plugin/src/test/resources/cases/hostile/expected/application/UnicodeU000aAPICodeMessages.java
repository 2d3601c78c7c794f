package gen.application;

import io.tidings.messaging.Generated;
import io.tidings.messaging.MessageType;
import org.hostile.String;

/** The kinds of message of &#42;/ Ünïcode &#92;u000a API &#123;&#64;code. */
@Generated(document = "asyncapi.yaml", version = "1.0.0\" */ \\u0022")
public final class UnicodeU000aAPICodeMessages {
    /**
     * Message {@code new}.
     *
     * <p>&#42;/
     */
    public static final MessageType<String> NEW = new MessageType<>("new", String.class, String.getClassSchema());

    /** Message {@code object}. */
    public static final MessageType<String> OBJECT = new MessageType<>("object", String.class, String.getClassSchema());

    /** Message {@code unknown}. */
    public static final MessageType<String> UNKNOWN_2 =
            new MessageType<>("unknown", String.class, String.getClassSchema());

    /** Message <code>новый</code>. */
    public static final MessageType<String> U43D_U43E_U432_U44B_U438 =
            new MessageType<>("новый", String.class, String.getClassSchema());

    /** Message {@code String}. */
    public static final MessageType<String> STRING = new MessageType<>("String", String.class, String.getClassSchema());

    /** Message <code>Class$Message</code>. */
    public static final MessageType<String> CLASS_MESSAGE =
            new MessageType<>("Class$Message", String.class, String.getClassSchema());

    /** Message <code>!!!</code>. */
    public static final MessageType<String> UNNAMED = new MessageType<>("!!!", String.class, String.getClassSchema());

    private UnicodeU000aAPICodeMessages() {}
}
