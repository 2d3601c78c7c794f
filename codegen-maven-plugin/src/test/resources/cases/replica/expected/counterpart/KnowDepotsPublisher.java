package gen.counterpart;

import io.tidings.messaging.Generated;
import io.tidings.messaging.MessageSink;
import io.tidings.messaging.OutgoingMessage;
import io.tidings.messaging.Receipt;
import io.tidings.messaging.SendOptions;
import java.util.concurrent.CompletionStage;
import org.parcels.DepotOpened;

/** Publishes to {@code depots.events}. Safe for use by several threads if its sink is. */
@Generated(document = "asyncapi.yaml", version = "1.0.0")
public final class KnowDepotsPublisher {
    private final MessageSink sink;

    public KnowDepotsPublisher(MessageSink sink) {
        this.sink = sink;
    }

    /** Sends message {@code DepotOpened}. */
    public CompletionStage<Receipt> publish(String key, DepotOpened payload) {
        return publish(key, payload, SendOptions.NONE);
    }

    /** Sends message {@code DepotOpened} with options. */
    public CompletionStage<Receipt> publish(String key, DepotOpened payload, SendOptions options) {
        return sink.send(OutgoingMessage.of(
                DeliveryPlannerChannels.DEPOT_EVENTS,
                DeliveryPlannerMessages.DEPOT_OPENED,
                key,
                payload,
                options));
    }
}
