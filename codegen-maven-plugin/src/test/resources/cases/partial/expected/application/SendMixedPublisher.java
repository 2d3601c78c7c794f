package gen.application;

import io.tidings.messaging.Generated;
import io.tidings.messaging.MessageSink;
import io.tidings.messaging.OutgoingMessage;
import io.tidings.messaging.Receipt;
import io.tidings.messaging.SendOptions;
import java.util.concurrent.CompletionStage;
import org.half.Typed;

/** Publishes to {@code mixed}. Safe for use by several threads if its sink is. */
@Generated(document = "asyncapi.yaml", version = "0.1.0")
public final class SendMixedPublisher {
    private final MessageSink sink;

    public SendMixedPublisher(MessageSink sink) {
        this.sink = sink;
    }

    /** Sends message {@code typed}. */
    public CompletionStage<Receipt> publishTyped(Typed payload) {
        return publishTyped(payload, SendOptions.NONE);
    }

    /** Sends message {@code typed} with options. */
    public CompletionStage<Receipt> publishTyped(Typed payload, SendOptions options) {
        return sink.send(OutgoingMessage.of(HalfTypedChannels.MIXED, HalfTypedMessages.TYPED, null, payload, options));
    }
}
