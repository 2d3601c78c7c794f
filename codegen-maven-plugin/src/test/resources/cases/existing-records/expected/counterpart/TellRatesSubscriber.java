package gen.counterpart;

import com.acme.rates.ExchangeRate;
import io.tidings.messaging.BatchHandler;
import io.tidings.messaging.Generated;
import io.tidings.messaging.MessageHandler;
import io.tidings.messaging.PoisonMessageException;
import io.tidings.messaging.Received;
import io.tidings.messaging.Subscription;
import io.tidings.messaging.SubscriptionSpec;
import io.tidings.messaging.Subscriptions;
import io.tidings.messaging.Transport;
import io.tidings.messaging.serde.ExistingRecords;
import java.util.Collection;
import java.util.List;

/** Subscribes to {@code rates.{to}}. Stateless. */
@Generated(document = "asyncapi.yaml", version = "1.0.0")
public final class TellRatesSubscriber {
    /** The consumer group, unless the caller names another. */
    public static final String GROUP = "someone";

    private TellRatesSubscriber() {}

    /** What to subscribe to, as a member of a group. */
    public static SubscriptionSpec<Void> spec(RatesParameters parameters, String group) {
        return new SubscriptionSpec<>(
                PaymentsChannels.rates(parameters),
                ExistingRecords.readable(List.of(PaymentsMessages.RATE)),
                group);
    }

    /** Adapts a typed handler. */
    public static MessageHandler<Void> handling(TellRatesHandler handler) {
        return message -> handler.handle(typed(message), RatesParameters.from(message));
    }

    /** Adapts a typed handler that takes several messages at once. */
    public static BatchHandler<Void> batches(BatchHandler.Typed<Void, ExchangeRate> handler) {
        return BatchHandler.of(TellRatesSubscriber::typed, handler);
    }

    /** Subscribes as a member of {@link #GROUP}. */
    public static Subscription subscribe(Transport transport, RatesParameters parameters, TellRatesHandler handler) {
        return subscribe(transport, parameters, GROUP, handling(handler));
    }

    /** The same for several addresses, each with a subscription of its own; all are closed together. */
    public static Subscription subscribe(Transport transport,
            Collection<RatesParameters> parameters, TellRatesHandler handler) {
        return Subscriptions.each(parameters, each -> subscribe(transport, each, handler));
    }

    /** Subscribes as a member of a group, with a handler that may be wrapped, as an idempotent receiver does. */
    public static Subscription subscribe(Transport transport, RatesParameters parameters,
            String group, MessageHandler<Void> handler) {
        return transport.subscribe(spec(parameters, group), handler);
    }

    private static Received<Void, ExchangeRate> typed(Received<Void, ?> message) {
        Object payload = message.payload();
        if (payload == null) {
            return message.with(PaymentsMessages.RATE, null);
        }
        if (payload instanceof ExchangeRate known) {
            return message.with(PaymentsMessages.RATE, known);
        }
        throw new PoisonMessageException(
                "Channel rates brought an unexpected kind of message: " + message.metadata().type(), null);
    }
}
