package gen.counterpart;

import io.tidings.messaging.Generated;
import io.tidings.messaging.MessageSink;
import io.tidings.messaging.OutgoingMessage;
import io.tidings.messaging.Receipt;
import io.tidings.messaging.SendOptions;
import java.util.concurrent.CompletionStage;
import org.hostile.String;

/** Publishes to {@code CLASS}. Safe for use by several threads if its sink is. */
@Generated(document = "asyncapi.yaml", version = "1.0.0\" */ \\u0022")
public final class Class2Publisher {
    private final MessageSink sink;

    public Class2Publisher(MessageSink sink) {
        this.sink = sink;
    }

    /** Sends message <code>новый</code>. */
    public CompletionStage<Receipt> publish(String payload) {
        return publish(payload, SendOptions.NONE);
    }

    /** Sends message <code>новый</code> with options. */
    public CompletionStage<Receipt> publish(String payload, SendOptions options) {
        return sink.send(OutgoingMessage.of(
                UnicodeU000aAPICodeChannels.CLASS2,
                UnicodeU000aAPICodeMessages.U43D_U43E_U432_U44B_U438,
                null,
                payload,
                options));
    }
}
