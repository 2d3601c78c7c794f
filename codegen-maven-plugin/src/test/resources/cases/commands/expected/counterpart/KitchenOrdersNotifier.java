package gen.counterpart;

import io.tidings.messaging.Generated;
import io.tidings.messaging.MessageSink;
import io.tidings.messaging.OutgoingMessage;
import io.tidings.messaging.Receipt;
import io.tidings.messaging.SendOptions;
import java.util.concurrent.CompletionStage;
import org.kitchen.Order;

/** Sends commands to {@code kitchen.commands}. Safe for use by several threads if its sink is. */
@Generated(document = "asyncapi.yaml", version = "1.0.0")
public final class KitchenOrdersNotifier {
    private final MessageSink sink;

    public KitchenOrdersNotifier(MessageSink sink) {
        this.sink = sink;
    }

    /** Sends message {@code prepare}. */
    public CompletionStage<Receipt> notifyPrepare(Order payload) {
        return notifyPrepare(payload, SendOptions.NONE);
    }

    /** Sends message {@code prepare} with options. */
    public CompletionStage<Receipt> notifyPrepare(Order payload, SendOptions options) {
        return sink.send(OutgoingMessage.of(
                KitchenChannels.KITCHEN_COMMANDS,
                KitchenMessages.PREPARE,
                null,
                payload,
                options));
    }

    /** Sends message {@code cancel}. */
    public CompletionStage<Receipt> notifyCancel(Order payload) {
        return notifyCancel(payload, SendOptions.NONE);
    }

    /** Sends message {@code cancel} with options. */
    public CompletionStage<Receipt> notifyCancel(Order payload, SendOptions options) {
        return sink.send(OutgoingMessage.of(
                KitchenChannels.KITCHEN_COMMANDS,
                KitchenMessages.CANCEL,
                null,
                payload,
                options));
    }
}
