package gen.application;

import io.tidings.messaging.Generated;
import io.tidings.messaging.MessageSink;
import io.tidings.messaging.OutgoingMessage;
import io.tidings.messaging.Receipt;
import io.tidings.messaging.SendOptions;
import java.util.concurrent.CompletionStage;
import org.kitchen.Order;

/** Sends commands to {@code kitchen.bell}. Safe for use by several threads if its sink is. */
@Generated(document = "asyncapi.yaml", version = "1.0.0")
public final class RingNotifier {
    private final MessageSink sink;

    public RingNotifier(MessageSink sink) {
        this.sink = sink;
    }

    /** Sends message {@code ring}. */
    public CompletionStage<Receipt> send(Order payload) {
        return send(payload, SendOptions.NONE);
    }

    /** Sends message {@code ring} with options. */
    public CompletionStage<Receipt> send(Order payload, SendOptions options) {
        return sink.send(OutgoingMessage.of(KitchenChannels.BELL, KitchenMessages.RING_BELL, null, payload, options));
    }
}
