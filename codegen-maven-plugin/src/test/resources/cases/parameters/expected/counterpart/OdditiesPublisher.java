package gen.counterpart;

import io.tidings.messaging.Generated;
import io.tidings.messaging.MessageSink;
import io.tidings.messaging.OutgoingMessage;
import io.tidings.messaging.Receipt;
import io.tidings.messaging.SendOptions;
import java.util.concurrent.CompletionStage;
import org.lights.Dim;

/** Publishes to {@code odd.{value}.{of}}. Safe for use by several threads if its sink is. */
@Generated(document = "asyncapi.yaml", version = "1.0.0")
public final class OdditiesPublisher {
    private final MessageSink sink;

    public OdditiesPublisher(MessageSink sink) {
        this.sink = sink;
    }

    /** Sends message {@code Dim}. */
    public CompletionStage<Receipt> publish(OddParameters parameters, Dim payload) {
        return publish(parameters, payload, SendOptions.NONE);
    }

    /** Sends message {@code Dim} with options. */
    public CompletionStage<Receipt> publish(OddParameters parameters, Dim payload, SendOptions options) {
        return sink.send(OutgoingMessage.of(
                StreetLightsChannels.odd(parameters),
                StreetLightsMessages.DIM,
                null,
                payload,
                options));
    }
}
