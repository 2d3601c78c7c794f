package io.tidings.testing.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.tidings.messaging.BatchHandler;
import io.tidings.messaging.Channel;
import io.tidings.messaging.FailureKind;
import io.tidings.messaging.Health;
import io.tidings.messaging.PoisonMessageException;
import io.tidings.messaging.ReplyChannel;
import io.tidings.messaging.Replying;
import io.tidings.messaging.Requestor;
import io.tidings.messaging.Subscription;
import io.tidings.messaging.TransientMessagingException;
import io.tidings.messaging.Transport;
import io.tidings.messaging.observe.ConsumerGroup;
import io.tidings.messaging.observe.HandlingEvent;
import io.tidings.messaging.observe.MessagingEvent;
import io.tidings.messaging.observe.MessagingListener;
import io.tidings.messaging.observe.PublishEvent;
import io.tidings.messaging.observe.RequestEvent;
import io.tidings.testing.Eventually;
import io.tidings.testing.RecordingHandler;
import io.tidings.testing.RecordingListener;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** What a transport tells those who watch it. */
public abstract class ObservationContract extends TransportContract {

    private final RecordingListener listener = new RecordingListener();

    /** Opens a transport with listeners. The contract closes it. */
    protected abstract Transport connect(MessagingListener... listeners);

    private Transport watched(MessagingListener... listeners) {
        return closing(connect(listeners));
    }

    @Test
    void whatIsSentAndHandledIsToldOf() throws Exception {
        Channel<String> channel = channel("watched", 1);
        String group = unique("group");
        Transport transport = watched(listener);
        RecordingHandler<String> handler = new RecordingHandler<>();
        subscribe(transport, channel, group, handler);

        send(transport, channel, "key", 0, 2);

        String id = handler.await(2, SOON).get(0).metadata().id();
        PublishEvent.Sent sent =
                listener.await(PublishEvent.Sent.class, 2, SOON).get(0);
        assertEquals(channel.address(), sent.address());
        assertEquals(id, sent.messageId());
        assertTrue(sent.bytes() > "key".length(), () -> "Bytes: " + sent.bytes());
        HandlingEvent.Handled handled =
                listener.await(HandlingEvent.Handled.class, 2, SOON).get(0);
        assertEquals(new ConsumerGroup(channel.address(), group), handled.group());
        assertEquals(id, handled.messageId());
        assertEquals(0, handled.origin().offset());
        assertEquals(1, handled.attempts());
        assertEquals(2, listener.events(HandlingEvent.Began.class).size());
    }

    @Test
    void failuresRetriesAndDeadLettersAreToldOf() throws Exception {
        Channel<String> channel = channel("failing", 1);
        Transport transport = watched(listener);
        AtomicInteger attempts = new AtomicInteger();
        subscribe(transport, channel, unique("group"), message -> {
            if (attempts.incrementAndGet() == 1) {
                throw new IllegalStateException("Not yet");
            }
            throw new PoisonMessageException("Never", null);
        });

        send(transport, channel, "key", 0, 1);

        HandlingEvent.DeadLettered letter =
                listener.await(HandlingEvent.DeadLettered.class, 1, SOON).get(0);
        assertEquals("Never", letter.cause().getMessage());
        List<HandlingEvent.Failed> failed = listener.events(HandlingEvent.Failed.class);
        assertEquals(
                List.of(FailureKind.UNKNOWN, FailureKind.POISON),
                failed.stream().map(HandlingEvent.Failed::kind).toList());
        assertNotNull(failed.get(0).retryAfter());
        assertEquals(1, failed.get(0).attempts());
        assertNull(failed.get(1).retryAfter());
        assertEquals(2, failed.get(1).attempts());
    }

    @Test
    void batchesAreToldOfAndEachOfTheirMessagesToo() throws Exception {
        Channel<String> channel = channel("batches", 1);
        Transport transport = watched(listener);
        BatchHandler<String> handler = batch -> {
            if (numbers(batch).contains(2L)) {
                throw new PoisonMessageException("Never", null);
            }
        };
        for (long number = 0; number < 4; number++) {
            send(transport, channel, "key-" + number, number, number + 1);
        }
        subscribe(transport, channel, unique("group"), handler);

        assertEquals(3, listener.await(HandlingEvent.Handled.class, 3, SOON).size());
        listener.await(HandlingEvent.DeadLettered.class, 1, SOON);
        List<HandlingEvent.Batch> batches = listener.events(HandlingEvent.Batch.class);
        assertEquals(
                3,
                batches.stream()
                        .filter(batch -> batch.cause() == null)
                        .mapToInt(HandlingEvent.Batch::messages)
                        .sum());
        assertEquals(
                listener.events(HandlingEvent.Began.class).size(),
                batches.stream().mapToInt(HandlingEvent.Batch::messages).sum());
        assertEquals(
                listener.events(HandlingEvent.Began.class).size() - 3,
                listener.events(HandlingEvent.Failed.class).size());
    }

    @Test
    void requestsAreToldOf() throws Exception {
        Channel<String> requests = channel("requests", 1);
        Channel<String> replies = channel("replies", 1);
        Transport transport = watched(listener);
        Requestor requestor = closing(transport.requestor(new ReplyChannel<>(replies, List.of(PARCEL))));
        subscribe(transport, requests, unique("group"), request -> {
            switch ((int) number(request)) {
                case 0 -> Replying.reply(transport.sink(), request, replies, PARCEL, new Parcel("reply", 0));
                case 1 -> Replying.fault(transport.sink(), request, replies, PARCEL, "NO", "No");
                default -> {}
            }
        });

        requestor
                .request(parcel(requests, "key", 0), SOON)
                .toCompletableFuture()
                .get(30, TimeUnit.SECONDS);
        assertThrows(
                ExecutionException.class,
                () -> requestor
                        .request(parcel(requests, "key", 1), SOON)
                        .toCompletableFuture()
                        .get(30, TimeUnit.SECONDS));
        assertThrows(
                ExecutionException.class,
                () -> requestor
                        .request(parcel(requests, "key", 2), Duration.ofMillis(1))
                        .toCompletableFuture()
                        .get(30, TimeUnit.SECONDS));

        assertEquals(3, listener.events(RequestEvent.Asked.class).size());
        RequestEvent.Answered answered =
                listener.await(RequestEvent.Answered.class, 1, SOON).get(0);
        assertEquals(replies.address(), answered.replies());
        assertEquals(1, listener.events(RequestEvent.RequestFailed.class).size());
        assertEquals(1, listener.events(RequestEvent.Expired.class).size());
    }

    @Test
    void healthSaysWhatAMessageWaitsForUntilItGoesOn() throws Exception {
        Channel<String> channel = channel("ailing", 1);
        Transport transport = watched();
        AtomicBoolean away = new AtomicBoolean(true);
        RecordingHandler<String> handler = new RecordingHandler<>();
        Subscription subscription = subscribe(transport, channel, unique("group"), message -> {
            if (away.get()) {
                throw new TransientMessagingException("The database is away", null);
            }
            handler.handle(message);
        });
        assertEquals(Health.UP, transport.health());

        send(transport, channel, "key", 0, 2);

        Eventually.eventually(SOON, () -> {
            Health ailing = transport.health();
            assertEquals(Health.Status.DEGRADED, ailing.status());
            assertTrue(ailing.live() && !ailing.ready());
            assertTrue(ailing.reasons().get(0).contains("The database is away"), ailing::toString);
            assertEquals(2, subscription.status().waiting());
            assertEquals(1, subscription.status().assigned());
        });
        away.set(false);
        handler.await(2, SOON);
        Eventually.eventually(SOON, () -> {
            assertEquals(Health.UP, transport.health());
            assertEquals(0, subscription.status().waiting());
        });
        subscription.close();
        assertEquals(Health.Status.DOWN, subscription.health().status());
        assertEquals(Health.UP, transport.health());
    }

    @Test
    void aListenerThatThrowsChangesNothing() throws Exception {
        Channel<String> channel = channel("robust", 1);
        MessagingListener broken = new MessagingListener() {
            @Override
            public void happened(MessagingEvent event) {
                throw new IllegalStateException("A listener that is broken on purpose");
            }
        };
        Transport transport = watched(broken, listener);
        RecordingHandler<String> handler = new RecordingHandler<>();
        subscribe(transport, channel, unique("group"), handler);

        send(transport, channel, "key", 0, 2);

        assertEquals(List.of(0L, 1L), numbers(handler.await(2, SOON)));
        listener.await(HandlingEvent.Handled.class, 2, SOON);
        assertEquals(List.of(), listener.events(HandlingEvent.Failed.class));
    }
}
