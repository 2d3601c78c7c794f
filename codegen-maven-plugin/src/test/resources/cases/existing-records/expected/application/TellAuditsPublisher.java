package gen.application;

import io.tidings.messaging.Generated;
import io.tidings.messaging.MessageSink;
import io.tidings.messaging.OutgoingMessage;
import io.tidings.messaging.Receipt;
import io.tidings.messaging.SendOptions;
import io.tidings.messaging.serde.ExistingRecords;
import java.util.concurrent.CompletionStage;
import org.shared.Account;
import org.shared.Money;
import org.shop.Paid;

/** Publishes to {@code shop.audits}. Safe for use by several threads if its sink is. */
@Generated(document = "asyncapi.yaml", version = "1.0.0")
public final class TellAuditsPublisher {
    private final MessageSink sink;

    public TellAuditsPublisher(MessageSink sink) {
        ExistingRecords.requireWritable(PaymentsMessages.MONEY_MOVED, PaymentsMessages.PAID);
        this.sink = sink;
    }

    /** Sends message {@code MoneyMoved}. */
    public CompletionStage<Receipt> publishMoneyMoved(Account key, Money payload) {
        return publishMoneyMoved(key, payload, SendOptions.NONE);
    }

    /** Sends message {@code MoneyMoved} with options. */
    public CompletionStage<Receipt> publishMoneyMoved(Account key, Money payload, SendOptions options) {
        return sink.send(OutgoingMessage.of(
                PaymentsChannels.AUDITS,
                PaymentsMessages.MONEY_MOVED,
                key,
                payload,
                options));
    }

    /** Sends message {@code Paid}. */
    public CompletionStage<Receipt> publishPaid(Account key, Paid payload) {
        return publishPaid(key, payload, SendOptions.NONE);
    }

    /** Sends message {@code Paid} with options. */
    public CompletionStage<Receipt> publishPaid(Account key, Paid payload, SendOptions options) {
        return sink.send(OutgoingMessage.of(PaymentsChannels.AUDITS, PaymentsMessages.PAID, key, payload, options));
    }
}
