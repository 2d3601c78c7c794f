package gen.application;

import com.acme.rates.ExchangeRate;
import io.tidings.messaging.Generated;
import io.tidings.messaging.MessageSink;
import io.tidings.messaging.OutgoingMessage;
import io.tidings.messaging.Receipt;
import io.tidings.messaging.SendOptions;
import io.tidings.messaging.serde.ExistingRecords;
import java.util.concurrent.CompletionStage;

/** Publishes to {@code rates.{to}}. Safe for use by several threads if its sink is. */
@Generated(document = "asyncapi.yaml", version = "1.0.0")
public final class TellRatesPublisher {
    private final MessageSink sink;

    public TellRatesPublisher(MessageSink sink) {
        ExistingRecords.requireWritable(PaymentsMessages.RATE);
        this.sink = sink;
    }

    /** Sends message {@code Rate}. */
    public CompletionStage<Receipt> publish(ExchangeRate payload) {
        return publish(payload, SendOptions.NONE);
    }

    /** Sends message {@code Rate} with options. */
    public CompletionStage<Receipt> publish(ExchangeRate payload, SendOptions options) {
        return sink.send(OutgoingMessage.of(
                PaymentsChannels.rates(RatesParameters.of(payload)),
                PaymentsMessages.RATE,
                null,
                payload,
                options));
    }
}
