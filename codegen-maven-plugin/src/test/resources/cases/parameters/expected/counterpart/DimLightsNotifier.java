package gen.counterpart;

import io.tidings.messaging.Generated;
import io.tidings.messaging.MessageSink;
import io.tidings.messaging.OutgoingMessage;
import io.tidings.messaging.Receipt;
import io.tidings.messaging.SendOptions;
import java.util.concurrent.CompletionStage;
import org.lights.Dim;

/** Sends commands to {@code dim-{class}}. Safe for use by several threads if its sink is. */
@Generated(document = "asyncapi.yaml", version = "1.0.0")
public final class DimLightsNotifier {
    private final MessageSink sink;

    public DimLightsNotifier(MessageSink sink) {
        this.sink = sink;
    }

    /** Sends message {@code Dim}. */
    public CompletionStage<Receipt> send(DimParameters parameters, Dim payload) {
        return send(parameters, payload, SendOptions.NONE);
    }

    /** Sends message {@code Dim} with options. */
    public CompletionStage<Receipt> send(DimParameters parameters, Dim payload, SendOptions options) {
        return sink.send(OutgoingMessage.of(
                StreetLightsChannels.dim(parameters),
                StreetLightsMessages.DIM,
                null,
                payload,
                options));
    }
}
