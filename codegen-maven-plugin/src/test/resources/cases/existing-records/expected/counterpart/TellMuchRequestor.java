package gen.counterpart;

import io.tidings.messaging.Fallback;
import io.tidings.messaging.FaultReplyException;
import io.tidings.messaging.Generated;
import io.tidings.messaging.MessageSink;
import io.tidings.messaging.OutgoingMessage;
import io.tidings.messaging.PoisonMessageException;
import io.tidings.messaging.Receipt;
import io.tidings.messaging.Received;
import io.tidings.messaging.ReplyChannel;
import io.tidings.messaging.Requestor;
import io.tidings.messaging.SendOptions;
import io.tidings.messaging.Transport;
import io.tidings.messaging.Waiting;
import io.tidings.messaging.serde.ExistingRecords;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletionStage;
import org.shared.Account;
import org.shared.Money;

/** Asks on {@code shop.questions} and awaits replies on {@code shop.answers}. Safe for use by several threads. */
@Generated(document = "asyncapi.yaml", version = "1.0.0")
public final class TellMuchRequestor implements AutoCloseable {
    private final Requestor requestor;

    private final Fallback<Money> fallback;

    private TellMuchRequestor(Requestor requestor, Fallback<Money> fallback) {
        this.requestor = requestor;
        this.fallback = fallback;
    }

    /** Starts to listen for replies. */
    public static TellMuchRequestor open(Transport transport) {
        ExistingRecords.requireWritable(PaymentsMessages.HOW_MUCH);
        return new TellMuchRequestor(transport.requestor(new ReplyChannel<>(
                PaymentsChannels.ANSWERS,
                ExistingRecords.readable(List.of(PaymentsMessages.SO_MUCH)))), Fallback.none());
    }

    /**
     * The same requestor with something to go on with when a reply does not come, such as one from a cache.
     * Closing either closes both.
     */
    public TellMuchRequestor withFallback(Fallback<Money> fallback) {
        return new TellMuchRequestor(requestor, fallback);
    }

    /**
     * Asks with message {@code HowMuch}.
     *
     * @return the reply; or a failure: transient when the deadline passes, a {@link FaultReplyException} when the
     *     replier answers that it failed
     */
    public CompletionStage<Money> request(Account payload, Duration deadline) {
        return request(payload, deadline, SendOptions.NONE);
    }

    /** Asks with message {@code HowMuch} and options. */
    public CompletionStage<Money> request(Account payload, Duration deadline, SendOptions options) {
        OutgoingMessage<Void, Account> message = OutgoingMessage.of(
                PaymentsChannels.QUESTIONS,
                PaymentsMessages.HOW_MUCH,
                null,
                payload,
                options);
        return fallback.over(requestor.request(message, deadline).thenApply(TellMuchRequestor::reply));
    }

    /** Asks with message {@code HowMuch} and waits for the reply, which fails as that of {@link #request} does. */
    public Money requestAndWait(Account payload, Duration deadline) throws InterruptedException {
        return Waiting.on(request(payload, deadline));
    }

    /**
     * Asks through a sink, such as an outbox, with message {@code HowMuch}. The reply goes to the reply channel,
     * unless the options say otherwise.
     */
    public static CompletionStage<Receipt> ask(MessageSink sink, Account payload, SendOptions options) {
        SendOptions addressed = options.replyTo() != null
                ? options
                : options.withReplyTo(PaymentsChannels.ANSWERS.address());
        return sink.send(OutgoingMessage.of(
                PaymentsChannels.QUESTIONS,
                PaymentsMessages.HOW_MUCH,
                null,
                payload,
                addressed));
    }

    /** Stops listening; what is outstanding fails. */
    @Override
    public void close() {
        requestor.close();
    }

    private static Money reply(Received<?, ?> message) {
        if (message.payload() instanceof Money known) {
            return known;
        }
        throw new PoisonMessageException(
                "Channel answers brought an unexpected kind of message: " + message.metadata().type(), null);
    }
}
