package gen.counterpart;

import io.tidings.messaging.ContextFormat;
import io.tidings.messaging.Generated;
import io.tidings.messaging.OutgoingMessage;
import io.tidings.messaging.PendingHandler;
import io.tidings.messaging.PendingOutcome;
import io.tidings.messaging.PendingRequests;
import io.tidings.messaging.PoisonMessageException;
import io.tidings.messaging.Received;
import io.tidings.messaging.SendOptions;
import io.tidings.messaging.serde.ExistingRecords;
import java.time.Duration;
import org.shared.Account;
import org.shared.Money;

/**
 * Asks on {@code shop.questions} in a database transaction, and goes on in another one when the reply comes on
 * {@code shop.answers}, after a restart perhaps. Safe for use by several threads.
 *
 * @param <C> what is remembered of the request until then
 */
@Generated(document = "asyncapi.yaml", version = "1.0.0")
public final class TellMuchPendingRequestor<C> {
    private final ContextFormat<C> format;

    public TellMuchPendingRequestor(ContextFormat<C> format) {
        ExistingRecords.requireWritable(PaymentsMessages.HOW_MUCH);
        this.format = format;
    }

    /**
     * Asks with message {@code HowMuch} when the transaction commits.
     *
     * @param context what to go on with when the reply comes
     * @param deadline how long to wait for it
     * @return the request's correlation id
     */
    public String ask(PendingRequests requests, Account payload, C context, Duration deadline) {
        SendOptions options = SendOptions.NONE.withReplyTo(PaymentsChannels.ANSWERS.address());
        OutgoingMessage<Void, Account> request = OutgoingMessage.of(
                PaymentsChannels.QUESTIONS,
                PaymentsMessages.HOW_MUCH,
                null,
                payload,
                options);
        return requests.ask(request, format.write(context), deadline);
    }

    /** Adapts a typed outcome, for what hears of replies and of deadlines that have passed. */
    public PendingHandler resuming(PendingOutcome<C, Money> outcome) {
        return PendingHandler.of(format, TellMuchPendingRequestor::reply, outcome);
    }

    private static Money reply(Received<?, ?> message) {
        if (message.payload() instanceof Money known) {
            return known;
        }
        throw new PoisonMessageException(
                "Channel answers brought an unexpected kind of message: " + message.metadata().type(), null);
    }
}
