package io.tidings.testing.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.tidings.messaging.Channel;
import io.tidings.messaging.FaultReplyException;
import io.tidings.messaging.Received;
import io.tidings.messaging.ReplyChannel;
import io.tidings.messaging.Replying;
import io.tidings.messaging.Requestor;
import io.tidings.messaging.TransientMessagingException;
import io.tidings.messaging.Transport;
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

    /** One more than was asked. */
    private void reply(Received<String, ?> request) throws Exception {
        await(Replying.reply(answering.sink(), request, replies, PARCEL, new Parcel("reply", number(request) + 1)));
    }

    private static void await(CompletionStage<?> sent) throws Exception {
        sent.toCompletableFuture().get(SOON.toSeconds(), TimeUnit.SECONDS);
    }
}
