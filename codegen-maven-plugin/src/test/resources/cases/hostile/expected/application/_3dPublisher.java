package gen.application;

import io.tidings.messaging.Generated;
import io.tidings.messaging.MessageSink;
import io.tidings.messaging.OutgoingMessage;
import io.tidings.messaging.Receipt;
import io.tidings.messaging.SendOptions;
import java.util.concurrent.CompletionStage;
import org.hostile.String;

/** Publishes to {@code 3d-prints}. Safe for use by several threads if its sink is. */
@Generated(document = "asyncapi.yaml", version = "1.0.0\" */ \\u0022")
public final class _3dPublisher {
    private final MessageSink sink;

    public _3dPublisher(MessageSink sink) {
        this.sink = sink;
    }

    /** Sends message {@code String}. */
    public CompletionStage<Receipt> publishString(String payload) {
        return publishString(payload, SendOptions.NONE);
    }

    /** Sends message {@code String} with options. */
    public CompletionStage<Receipt> publishString(String payload, SendOptions options) {
        return sink.send(OutgoingMessage.of(
                UnicodeU000aAPICodeChannels._3D_PRINTS,
                UnicodeU000aAPICodeMessages.STRING,
                null,
                payload,
                options));
    }

    /** Sends message <code>Class$Message</code>. */
    public CompletionStage<Receipt> publishClassMessage(String payload) {
        return publishClassMessage(payload, SendOptions.NONE);
    }

    /** Sends message <code>Class$Message</code> with options. */
    public CompletionStage<Receipt> publishClassMessage(String payload, SendOptions options) {
        return sink.send(OutgoingMessage.of(
                UnicodeU000aAPICodeChannels._3D_PRINTS,
                UnicodeU000aAPICodeMessages.CLASS_MESSAGE,
                null,
                payload,
                options));
    }
}
