package gen.application;

import io.tidings.messaging.Generated;
import io.tidings.messaging.MessageSink;
import io.tidings.messaging.OutgoingMessage;
import io.tidings.messaging.Receipt;
import io.tidings.messaging.SendOptions;
import java.util.concurrent.CompletionStage;
import org.hostile.String;

/** Publishes to {@code class}. Safe for use by several threads if its sink is. */
@Generated(document = "asyncapi.yaml", version = "1.0.0\" */ \\u0022")
public final class ClASSPublisher {
    private final MessageSink sink;

    public ClASSPublisher(MessageSink sink) {
        this.sink = sink;
    }

    /**
     * Sends message {@code new}.
     *
     * <p>&#42;/
     */
    public CompletionStage<Receipt> publishNew(String payload) {
        return publishNew(payload, SendOptions.NONE);
    }

    /** Sends message {@code new} with options. */
    public CompletionStage<Receipt> publishNew(String payload, SendOptions options) {
        return sink.send(OutgoingMessage.of(
                UnicodeU000aAPICodeChannels.CLASS,
                UnicodeU000aAPICodeMessages.NEW,
                null,
                payload,
                options));
    }

    /** Sends message {@code object}. */
    public CompletionStage<Receipt> publishObject(String payload) {
        return publishObject(payload, SendOptions.NONE);
    }

    /** Sends message {@code object} with options. */
    public CompletionStage<Receipt> publishObject(String payload, SendOptions options) {
        return sink.send(OutgoingMessage.of(
                UnicodeU000aAPICodeChannels.CLASS,
                UnicodeU000aAPICodeMessages.OBJECT,
                null,
                payload,
                options));
    }

    /** Sends message {@code unknown}. */
    public CompletionStage<Receipt> publishUnknown2(String payload) {
        return publishUnknown2(payload, SendOptions.NONE);
    }

    /** Sends message {@code unknown} with options. */
    public CompletionStage<Receipt> publishUnknown2(String payload, SendOptions options) {
        return sink.send(OutgoingMessage.of(
                UnicodeU000aAPICodeChannels.CLASS,
                UnicodeU000aAPICodeMessages.UNKNOWN_2,
                null,
                payload,
                options));
    }
}
