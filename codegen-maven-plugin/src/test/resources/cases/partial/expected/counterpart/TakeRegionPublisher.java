package gen.counterpart;

import io.tidings.messaging.Generated;
import io.tidings.messaging.MessageSink;
import io.tidings.messaging.OutgoingMessage;
import io.tidings.messaging.Receipt;
import io.tidings.messaging.SendOptions;
import java.util.concurrent.CompletionStage;
import org.half.Typed;

/** Publishes to {@code region.{region}}. Safe for use by several threads if its sink is. */
@Generated(document = "asyncapi.yaml", version = "0.1.0")
public final class TakeRegionPublisher {
    private final MessageSink sink;

    public TakeRegionPublisher(MessageSink sink) {
        this.sink = sink;
    }

    /** Sends message {@code typed}. */
    public CompletionStage<Receipt> publish(ParameterizedParameters parameters, Typed payload) {
        return publish(parameters, payload, SendOptions.NONE);
    }

    /** Sends message {@code typed} with options. */
    public CompletionStage<Receipt> publish(ParameterizedParameters parameters, Typed payload, SendOptions options) {
        return sink.send(OutgoingMessage.of(
                HalfTypedChannels.parameterized(parameters),
                HalfTypedMessages.TYPED,
                null,
                payload,
                options));
    }
}
