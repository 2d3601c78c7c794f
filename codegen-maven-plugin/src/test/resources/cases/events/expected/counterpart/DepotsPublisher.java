package gen.counterpart;

import io.tidings.messaging.Generated;
import io.tidings.messaging.MessageSink;
import io.tidings.messaging.OutgoingMessage;
import io.tidings.messaging.Receipt;
import io.tidings.messaging.SendOptions;
import java.util.concurrent.CompletionStage;
import org.depots.avro.DepotOpened;

/** Publishes to {@code depots.events}. Safe for use by several threads if its sink is. */
@Generated(document = "asyncapi.yaml", version = "1.2.0")
public final class DepotsPublisher {
    private final MessageSink sink;

    public DepotsPublisher(MessageSink sink) {
        this.sink = sink;
    }

    /** Sends message {@code DepotOpened}. */
    public CompletionStage<Receipt> publish(DepotOpened payload) {
        return publish(payload, SendOptions.NONE);
    }

    /** Sends message {@code DepotOpened} with options. */
    public CompletionStage<Receipt> publish(DepotOpened payload, SendOptions options) {
        return sink.send(OutgoingMessage.of(
                ParcelServiceChannels.DEPOT_EVENTS,
                ParcelServiceMessages.DEPOT_OPENED,
                null,
                payload,
                options));
    }
}
