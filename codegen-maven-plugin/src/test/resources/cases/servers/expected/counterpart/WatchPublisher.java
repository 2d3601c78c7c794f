package gen.counterpart;

import io.tidings.messaging.Generated;
import io.tidings.messaging.MessageSink;
import io.tidings.messaging.OutgoingMessage;
import io.tidings.messaging.Receipt;
import io.tidings.messaging.SendOptions;
import java.util.concurrent.CompletionStage;
import org.depots.Opened;

/** Publishes to {@code depots}. Safe for use by several threads if its sink is. */
@Generated(document = "asyncapi.yaml", version = "1.0.0")
public final class WatchPublisher {
    private final MessageSink sink;

    public WatchPublisher(MessageSink sink) {
        this.sink = sink;
    }

    /** Sends message {@code Opened}. */
    public CompletionStage<Receipt> publish(Opened payload) {
        return publish(payload, SendOptions.NONE);
    }

    /** Sends message {@code Opened} with options. */
    public CompletionStage<Receipt> publish(Opened payload, SendOptions options) {
        return sink.send(OutgoingMessage.of(DepotChannels.DEPOTS, DepotMessages.OPENED, null, payload, options));
    }
}
