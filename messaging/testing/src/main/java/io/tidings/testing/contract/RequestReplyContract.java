package io.tidings.testing.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.tidings.messaging.Channel;
import io.tidings.messaging.CircuitOpenException;
import io.tidings.messaging.EncodedMessage;
import io.tidings.messaging.Fallback;
import io.tidings.messaging.FaultReplyException;
import io.tidings.messaging.MessageHandler;
import io.tidings.messaging.OutgoingMessage;
import io.tidings.messaging.PoisonMessageException;
import io.tidings.messaging.Received;
import io.tidings.messaging.ReplyChannel;
import io.tidings.messaging.ReplyCounts;
import io.tidings.messaging.Replying;
import io.tidings.messaging.Requestor;
import io.tidings.messaging.SendOptions;
import io.tidings.messaging.TransientMessagingException;
import io.tidings.messaging.Transport;
import io.tidings.messaging.Waiting;
import io.tidings.messaging.proxy.BreakerSettings;
import io.tidings.messaging.proxy.GuardedRequestor;
import io.tidings.testing.Eventually;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Requests, and replies on a channel that all requestors share. */
public abstract class RequestReplyContract extends TransportContract {

    private static final Duration AT_ONCE = Duration.ofMillis(1);

    /** A test that waits for it has failed. */
    private static final Duration NEVER = Duration.ofHours(1);

    private Channel<String> requests;
    private Channel<String> replies;
    private Transport asking;
    private Transport answering;

    @BeforeEach
    void channels() {
        requests = channel("requests", 2);
        replies = channel("replies", 3);
        asking = connect();
        answering = connect();
    }

    @Test
    void aReplyComesBack() throws Exception {
        subscribe(answering, requests, unique("replier"), this::reply);
        Requestor requestor = requestor(asking);

        Received<?, ?> reply = ask(requestor, "key", 20, SOON).get(SOON.toSeconds(), TimeUnit.SECONDS);

        assertEquals(21, number(reply));
        assertEquals(PARCEL, reply.type());
        assertEquals(0, requestor.outstanding());
        assertEquals(1, requestor.replies().joined());
    }

    @Test
    void manyRequestsAreJoinedToTheirOwnReplies() throws Exception {
        subscribe(answering, requests, unique("replier"), this::reply);
        Requestor one = requestor(asking);
        Requestor other = requestor(answering);
        List<CompletableFuture<Received<?, ?>>> pending = new ArrayList<>();

        for (int i = 0; i < 100; i++) {
            pending.add(ask(i % 2 == 0 ? one : other, "key-" + i, i, SOON));
        }

        for (int i = 0; i < 100; i++) {
            assertEquals(i + 1, number(pending.get(i).get(SOON.toSeconds(), TimeUnit.SECONDS)));
        }
        Eventually.eventually(SOON, () -> assertEquals(50, one.replies().unknown()));
    }

    @Test
    void aFaultSaysWhatFailed() throws Exception {
        subscribe(
                answering,
                requests,
                unique("replier"),
                message -> await(
                        Replying.fault(answering.sink(), message, replies, PARCEL, "no-stock", "We have no more")));

        ExecutionException failure = assertThrows(
                ExecutionException.class,
                () -> ask(requestor(asking), "key", 1, SOON).get(SOON.toSeconds(), TimeUnit.SECONDS));

        FaultReplyException fault = assertInstanceOf(FaultReplyException.class, failure.getCause());
        assertEquals("no-stock", fault.code());
        assertEquals("We have no more", fault.getMessage());
    }

    @Test
    void aReplyThatComesTooLateIsCounted() throws Exception {
        CountDownLatch expired = new CountDownLatch(1);
        subscribe(answering, requests, unique("replier"), message -> {
            expired.await();
            reply(message);
        });
        Requestor requestor = requestor(asking);

        ExecutionException failure = assertThrows(
                ExecutionException.class,
                () -> ask(requestor, "key", 1, AT_ONCE).get(SOON.toSeconds(), TimeUnit.SECONDS));

        assertInstanceOf(TransientMessagingException.class, failure.getCause());
        assertEquals(0, requestor.outstanding());
        expired.countDown();
        Eventually.eventually(SOON, () -> assertEquals(1, requestor.replies().late()));
    }

    @Test
    void aSecondReplyIsCounted() throws Exception {
        subscribe(answering, requests, unique("replier"), message -> {
            reply(message);
            reply(message);
        });
        Requestor requestor = requestor(asking);

        ask(requestor, "key", 1, SOON).get(SOON.toSeconds(), TimeUnit.SECONDS);

        Eventually.eventually(SOON, () -> assertEquals(1, requestor.replies().duplicate()));
    }

    @Test
    void anInstanceHearsItsRepliesOnAChannelOfItsOwn() throws Exception {
        subscribe(answering, requests, unique("replier"), this::reply);
        ReplyChannel<String> shared = new ReplyChannel<>(replies, List.of(PARCEL));
        Requestor one = closing(asking.requestor(shared.ofInstance("one")));
        Requestor two = closing(asking.requestor(shared.ofInstance("two")));

        assertEquals(21, number(ask(one, "key", 20, SOON).get(SOON.toSeconds(), TimeUnit.SECONDS)));
        assertEquals(31, number(ask(two, "key", 30, SOON).get(SOON.toSeconds(), TimeUnit.SECONDS)));

        assertEquals(new ReplyCounts(1, 0, 0, 0), one.replies());
        assertEquals(new ReplyCounts(1, 0, 0, 0), two.replies());
    }

    @Test
    void anInstanceThatComesBackHasItsChannelStill() throws Exception {
        subscribe(answering, requests, unique("replier"), this::reply);
        ReplyChannel<String> own = new ReplyChannel<String>(replies, List.of(PARCEL)).ofInstance("again");
        asking.requestor(own).close();

        Requestor again = closing(asking.requestor(own));

        assertEquals(6, number(ask(again, "key", 5, SOON).get(SOON.toSeconds(), TimeUnit.SECONDS)));
    }

    @Test
    void aReplierThatGivesUpSaysSoBeforeTheDeadline() throws Exception {
        subscribe(answering, requests, unique("replier"), answering(request -> {
            throw new PoisonMessageException("This parcel is empty", null);
        }));

        ExecutionException failure = assertThrows(
                ExecutionException.class,
                () -> ask(requestor(asking), "key", 1, NEVER).get(SOON.toSeconds(), TimeUnit.SECONDS));

        FaultReplyException fault = assertInstanceOf(FaultReplyException.class, failure.getCause());
        assertEquals(Replying.GIVEN_UP, fault.code());
        assertTrue(String.valueOf(fault.getMessage()).contains("This parcel is empty"), fault.getMessage());
    }

    @Test
    void aRequestThatCannotBeReadIsGivenUpToo() throws Exception {
        subscribe(answering, requests, unique("replier"), answering(request -> CompletableFuture.completedStage(null)));
        Requestor requestor = requestor(asking);
        SendOptions options = SendOptions.NONE.withCorrelationId("garbled").withReplyTo(replies.address());
        EncodedMessage whole = broker().codec(asking)
                .encode(OutgoingMessage.of(requests, PARCEL, "key", new Parcel("key", 1), options));

        broker().append(new EncodedMessage(
                whole.id(), whole.address(), whole.key(), new byte[] {1, 2}, whole.headers()));

        Eventually.eventually(
                SOON, () -> assertEquals(1, requestor.replies().unknown(), "a fault reply to a request of nobody's"));
    }

    @Test
    void whoKeepsFailingToAnswerIsLeftAlone() throws Exception {
        Requestor requestor = closing(GuardedRequestor.around(
                requestor(asking), new BreakerSettings(/* failureRate= */ 100, /* window= */ 4, NEVER)));
        for (int i = 0; i < 2; i++) {
            CompletableFuture<Received<?, ?>> unanswered = ask(requestor, "key", i, AT_ONCE);
            assertThrows(ExecutionException.class, () -> unanswered.get(SOON.toSeconds(), TimeUnit.SECONDS));
        }

        ExecutionException failure = assertThrows(
                ExecutionException.class,
                () -> ask(requestor, "key", 2, NEVER).get(SOON.toSeconds(), TimeUnit.SECONDS));

        CircuitOpenException open = assertInstanceOf(CircuitOpenException.class, failure.getCause());
        assertEquals(requests.address(), open.address());
        assertEquals(open.since().plus(NEVER), open.nextAttempt());
        assertEquals(0, requestor.outstanding());
    }

    @Test
    void whoSaysNoIsNotLeftAlone() throws Exception {
        subscribe(answering, requests, unique("replier"), answering(request -> {
            throw new FaultReplyException("no-stock", "We have no more");
        }));
        Requestor requestor = closing(GuardedRequestor.around(
                requestor(asking), new BreakerSettings(/* failureRate= */ 100, /* window= */ 2, NEVER)));

        for (int i = 0; i < 5; i++) {
            CompletableFuture<Received<?, ?>> refused = ask(requestor, "key", i, SOON);
            ExecutionException failure =
                    assertThrows(ExecutionException.class, () -> refused.get(SOON.toSeconds(), TimeUnit.SECONDS));
            assertInstanceOf(FaultReplyException.class, failure.getCause());
        }
    }

    @Test
    void aFallbackStandsInForAReplyThatDoesNotCome() throws Exception {
        Requestor requestor = requestor(asking);
        CompletionStage<Long> number = ask(requestor, "key", 1, AT_ONCE).thenApply(TransportContract::number);
        Fallback<Long> lastKnown = failure -> 42L;

        assertEquals(42L, Waiting.on(lastKnown.over(number)));
    }

    @Test
    void closingEndsWhatIsOutstanding() {
        Requestor requestor = requestor(asking);
        CompletableFuture<Received<?, ?>> pending = ask(requestor, "key", 1, SOON);
        assertEquals(1, requestor.outstanding());

        requestor.close();

        ExecutionException failure =
                assertThrows(ExecutionException.class, () -> pending.get(SOON.toSeconds(), TimeUnit.SECONDS));
        assertInstanceOf(TransientMessagingException.class, failure.getCause());
        assertTrue(ask(requestor, "key", 2, SOON).isCompletedExceptionally());
    }

    private Requestor requestor(Transport transport) {
        return closing(transport.requestor(new ReplyChannel<>(replies, List.of(PARCEL))));
    }

    private CompletableFuture<Received<?, ?>> ask(Requestor requestor, String key, long number, Duration deadline) {
        return requestor.request(parcel(requests, key, number), deadline).toCompletableFuture();
    }

    private MessageHandler<String> answering(Replying.Answering<String> answer) {
        return Replying.handler(answering.sink(), replies, PARCEL, answer);
    }

    /** One more than was asked. */
    private void reply(Received<String, ?> request) throws Exception {
        await(Replying.reply(answering.sink(), request, replies, PARCEL, new Parcel("reply", number(request) + 1)));
    }

    private static void await(CompletionStage<?> sent) throws Exception {
        sent.toCompletableFuture().get(SOON.toSeconds(), TimeUnit.SECONDS);
    }
}
