package gen.application;

import io.tidings.messaging.Generated;
import io.tidings.messaging.MessageHandler;
import io.tidings.messaging.MessageSink;
import io.tidings.messaging.PoisonMessageException;
import io.tidings.messaging.Receipt;
import io.tidings.messaging.Received;
import io.tidings.messaging.Replying;
import io.tidings.messaging.Subscription;
import io.tidings.messaging.SubscriptionSpec;
import io.tidings.messaging.Transport;
import io.tidings.messaging.serde.ExistingRecords;
import java.util.List;
import java.util.concurrent.CompletionStage;
import org.shared.Account;
import org.shared.Money;

/**
 * Answers requests from {@code shop.questions}, to the address they name or else to {@code shop.answers}.
 * Stateless.
 */
@Generated(document = "asyncapi.yaml", version = "1.0.0")
public final class TellMuchReplier {
    /** The consumer group, unless the caller names another. */
    public static final String GROUP = "payments";

    private TellMuchReplier() {}

    /** What to subscribe to, as a member of a group. */
    public static SubscriptionSpec<Void> spec(String group) {
        return new SubscriptionSpec<>(
                PaymentsChannels.QUESTIONS,
                ExistingRecords.readable(List.of(PaymentsMessages.HOW_MUCH)),
                group);
    }

    /**
     * Adapts a typed handler; a request is done when the sink has taken its reply. Whoever asked what is
     * given up is told with a fault.
     */
    public static MessageHandler<Void> replying(TellMuchHandler handler, MessageSink replies) {
        ExistingRecords.requireWritable(PaymentsMessages.SO_MUCH);
        return Replying.handler(replies, PaymentsChannels.ANSWERS, PaymentsMessages.SO_MUCH, message -> {
            Received<Void, Account> request = typed(message);
            return reply(replies, request, handler.handle(request));
        });
    }

    /** Answers as a member of {@link #GROUP}, straight through the transport. */
    public static Subscription serve(Transport transport, TellMuchHandler handler) {
        return subscribe(transport, GROUP, replying(handler, transport.sink()));
    }

    /** Subscribes as a member of a group, with a handler that may be wrapped, as an idempotent receiver does. */
    public static Subscription subscribe(Transport transport, String group, MessageHandler<Void> handler) {
        return transport.subscribe(spec(group), handler);
    }

    private static CompletionStage<Receipt> reply(MessageSink replies, Received<?, ?> request, Money reply) {
        return Replying.reply(replies, request, PaymentsChannels.ANSWERS, PaymentsMessages.SO_MUCH, reply);
    }

    private static Received<Void, Account> typed(Received<Void, ?> message) {
        Object payload = message.payload();
        if (payload == null) {
            return message.with(PaymentsMessages.HOW_MUCH, null);
        }
        if (payload instanceof Account known) {
            return message.with(PaymentsMessages.HOW_MUCH, known);
        }
        throw new PoisonMessageException(
                "Channel questions brought an unexpected kind of message: " + message.metadata().type(), null);
    }
}
