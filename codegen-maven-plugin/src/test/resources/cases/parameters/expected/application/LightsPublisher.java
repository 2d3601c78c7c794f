package gen.application;

import io.tidings.messaging.Generated;
import io.tidings.messaging.MessageSink;
import io.tidings.messaging.OutgoingMessage;
import io.tidings.messaging.Receipt;
import io.tidings.messaging.SendOptions;
import java.util.concurrent.CompletionStage;
import org.lights.Failed;
import org.lights.Measured;

/** Publishes to {@code lights.{streetId}.{zone}.measured}. Safe for use by several threads if its sink is. */
@Generated(document = "asyncapi.yaml", version = "1.0.0")
public final class LightsPublisher {
    private final MessageSink sink;

    public LightsPublisher(MessageSink sink) {
        this.sink = sink;
    }

    /** Sends message {@code Measured}. */
    public CompletionStage<Receipt> publishMeasured(String key, Measured payload) {
        return publishMeasured(key, payload, SendOptions.NONE);
    }

    /** Sends message {@code Measured} with options. */
    public CompletionStage<Receipt> publishMeasured(String key, Measured payload, SendOptions options) {
        return sink.send(OutgoingMessage.of(
                StreetLightsChannels.measured(MeasuredParameters.of(payload)),
                StreetLightsMessages.MEASURED,
                key,
                payload,
                options));
    }

    /** Sends message {@code Failed}. */
    public CompletionStage<Receipt> publishFailed(MeasuredParameters parameters, String key, Failed payload) {
        return publishFailed(parameters, key, payload, SendOptions.NONE);
    }

    /** Sends message {@code Failed} with options. */
    public CompletionStage<Receipt> publishFailed(MeasuredParameters parameters, String key,
            Failed payload, SendOptions options) {
        return sink.send(OutgoingMessage.of(
                StreetLightsChannels.measured(parameters),
                StreetLightsMessages.FAILED,
                key,
                payload,
                options));
    }

    /** Says that the entity with this key is gone. */
    public CompletionStage<Receipt> publishTombstone(MeasuredParameters parameters, String key, SendOptions options) {
        return sink.send(OutgoingMessage.of(
                StreetLightsChannels.measured(parameters),
                StreetLightsMessages.MEASURED,
                key,
                null,
                options));
    }
}
