package gen.application;

import io.tidings.messaging.Generated;
import io.tidings.messaging.MessageSink;
import io.tidings.messaging.OutgoingMessage;
import io.tidings.messaging.Receipt;
import io.tidings.messaging.SendOptions;
import java.util.concurrent.CompletionStage;
import org.shop.Remind;

/** Sends commands to {@code reminders.v2}. Safe for use by several threads if its sink is. */
@Generated(document = "asyncapi.yaml", version = "2.0.0")
public final class RemindNotifier {
    private final MessageSink sink;

    public RemindNotifier(MessageSink sink) {
        this.sink = sink;
    }

    /** Sends message {@code remind}. */
    public CompletionStage<Receipt> send(Remind payload) {
        return send(payload, SendOptions.NONE);
    }

    /** Sends message {@code remind} with options. */
    public CompletionStage<Receipt> send(Remind payload, SendOptions options) {
        return sink.send(OutgoingMessage.of(OrdersChannels.REMINDERS, OrdersMessages.REMIND, null, payload, options));
    }
}
