package gen.application;

import io.tidings.messaging.Generated;
import io.tidings.messaging.MessageSink;
import io.tidings.messaging.OutgoingMessage;
import io.tidings.messaging.Receipt;
import io.tidings.messaging.SendOptions;
import io.tidings.messaging.serde.ExistingRecords;
import java.util.concurrent.CompletionStage;
import org.shared.Account;
import org.shop.Paid;

/** Publishes to {@code shop.paid}. Safe for use by several threads if its sink is. */
@Generated(document = "asyncapi.yaml", version = "1.0.0")
public final class TellPaidPublisher {
    private final MessageSink sink;

    public TellPaidPublisher(MessageSink sink) {
        ExistingRecords.requireWritable(PaymentsMessages.PAID);
        this.sink = sink;
    }

    /** Sends message {@code Paid}. */
    public CompletionStage<Receipt> publish(Account key, Paid payload) {
        return publish(key, payload, SendOptions.NONE);
    }

    /** Sends message {@code Paid} with options. */
    public CompletionStage<Receipt> publish(Account key, Paid payload, SendOptions options) {
        return sink.send(OutgoingMessage.of(PaymentsChannels.PAID, PaymentsMessages.PAID, key, payload, options));
    }
}
