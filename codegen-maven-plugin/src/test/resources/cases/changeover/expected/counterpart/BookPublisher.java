package gen.counterpart;

import io.tidings.messaging.Generated;
import io.tidings.messaging.MessageSink;
import io.tidings.messaging.OutgoingMessage;
import io.tidings.messaging.Receipt;
import io.tidings.messaging.SendOptions;
import java.util.concurrent.CompletionStage;
import org.shop.PaymentMade;

/** Publishes to {@code payments.v2}. Safe for use by several threads if its sink is. */
@Generated(document = "asyncapi.yaml", version = "2.0.0")
public final class BookPublisher {
    private final MessageSink sink;

    public BookPublisher(MessageSink sink) {
        this.sink = sink;
    }

    /** Sends message {@code PaymentMade}. */
    public CompletionStage<Receipt> publish(String key, PaymentMade payload, PaymentMadeHeaders headers) {
        return publish(key, payload, headers, SendOptions.NONE);
    }

    /** Sends message {@code PaymentMade} with options. */
    public CompletionStage<Receipt> publish(String key, PaymentMade payload,
            PaymentMadeHeaders headers, SendOptions options) {
        return sink.send(OutgoingMessage.of(
                OrdersChannels.PAYMENTS,
                OrdersMessages.PAYMENT_MADE,
                key,
                payload,
                headers.in(options)));
    }
}
