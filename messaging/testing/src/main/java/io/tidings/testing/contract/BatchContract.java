package io.tidings.testing.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.tidings.messaging.BatchHandler;
import io.tidings.messaging.BatchLimits;
import io.tidings.messaging.Channel;
import io.tidings.messaging.DeadLetterChannel;
import io.tidings.messaging.DeliveryMode;
import io.tidings.messaging.EncodedMessage;
import io.tidings.messaging.KeyType;
import io.tidings.messaging.OutgoingMessage;
import io.tidings.messaging.PoisonMessageException;
import io.tidings.messaging.Received;
import io.tidings.messaging.SendOptions;
import io.tidings.messaging.SubscriptionSpec;
import io.tidings.messaging.TransientMessagingException;
import io.tidings.messaging.Transport;
import io.tidings.testing.Eventually;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** Handlers that take several messages at once: order, and that only those to blame pay for a failure. */
public abstract class BatchContract extends TransportContract {

    /** Keeps what a batch does when the whole batch succeeds, as a transaction would. */
    private static final class Committed implements BatchHandler<String> {

        private final List<List<Long>> batches = new ArrayList<>();
        private final BatchHandler<String> work;
        private final CountDownLatch open = new CountDownLatch(1);
        private final CountDownLatch begun = new CountDownLatch(1);

        Committed(BatchHandler<String> work) {
            this.work = work;
        }

        /** The first batch waits until it is opened, so that others gather. */
        @Override
        public void handleAll(List<Received<String, ?>> batch) throws Exception {
            begun.countDown();
            if (!open.await(SOON.toSeconds(), TimeUnit.SECONDS)) {
                throw new IllegalStateException("Nobody opened it");
            }
            work.handleAll(batch);
            synchronized (batches) {
                batches.add(numbers(batch));
            }
        }

        @Override
        public BatchLimits limits() {
            return BatchLimits.of(16);
        }

        void openWhenBegun() throws InterruptedException {
            assertTrue(begun.await(SOON.toSeconds(), TimeUnit.SECONDS), "No batch has come");
            open.countDown();
        }

        List<List<Long>> batches() {
            synchronized (batches) {
                return List.copyOf(batches);
            }
        }

        List<Long> await(int count) {
            Eventually.eventually(SOON, () -> {
                if (all().size() != count) {
                    throw new AssertionError("Expected " + count + " messages: " + all());
                }
            });
            return all();
        }

        List<Long> all() {
            return batches().stream().flatMap(List::stream).toList();
        }
    }

    @Test
    void whatWaitsIsHandedOverTogetherUpToTheLimitAndInOrder() throws Exception {
        Channel<String> channel = channel("together", 1);
        Transport transport = connect();
        Committed handler = new Committed(batch -> {});
        subscribe(transport, channel, unique("group"), handler);

        send(transport, channel, "key-0", 0, 1);
        sendMixed(transport, channel, 1, 60);
        handler.openWhenBegun();

        List<Long> all = handler.await(60);
        List<Integer> sizes = handler.batches().stream().map(List::size).toList();
        assertTrue(sizes.stream().anyMatch(size -> size > 1), () -> "No batch has several: " + sizes);
        assertTrue(sizes.stream().allMatch(size -> size <= 16), () -> "A batch is too large: " + sizes);
        assertInOrderOfKeys(all);
        handler.batches().forEach(batch -> assertEquals(batch.stream().sorted().toList(), batch));
    }

    @Test
    void aBatchThatIsTooManyBytesIsDividedAndALargeMessageComesAlone() throws Exception {
        Channel<String> channel = channel("bytes", 1);
        Transport transport = connect();
        Committed handler = new Committed(batch -> {});
        String large = "large".repeat(100);
        long most = 2L * large.length();
        subscribe(
                transport,
                channel,
                unique("group"),
                handler.within(new BatchLimits(16, most, BatchLimits.DEFAULT.linger())));

        send(transport, channel, large, 0, 8);
        send(transport, channel, large.repeat(4), 8, 9);
        handler.openWhenBegun();

        handler.await(9);
        assertTrue(
                handler.batches().stream().allMatch(batch -> batch.size() <= 1),
                () -> "Key and payload of two are more than the limit: " + handler.batches());
    }

    @Test
    void onlyTheKeyOfTheMessageToBlameIsParked() throws Exception {
        Channel<String> channel = channel("culprit", 1);
        String group = unique("group");
        Transport transport = connect();
        AtomicBoolean mended = new AtomicBoolean();
        Committed handler = new Committed(batch -> {
            if (numbers(batch).contains(13L) && !mended.get()) {
                throw new PoisonMessageException("Not with this program", null);
            }
        });
        subscribe(transport, channel, group, handler);
        DeadLetterChannel dead = broker().deadLetterChannel(transport, channel.address(), group);

        send(transport, channel, "key-0", 0, 1);
        sendMixed(transport, channel, 1, 40);
        handler.openWhenBegun();

        // 13, and those of its key behind it: every fourth
        List<Long> flowing = LongStream.range(0, 40)
                .filter(number -> number % 4 != 1 || number < 13)
                .boxed()
                .toList();
        assertInOrderOfKeys(handler.await(flowing.size()));
        assertEquals(flowing, handler.all().stream().sorted().toList());
        Eventually.eventually(SOON, () -> assertEquals(1, dead.parked().size()));
        Eventually.eventually(
                SOON,
                () -> assertEquals(
                        7, broker().deadLetters(channel.address(), group).size()));

        mended.set(true);
        assertInstanceOf(
                DeadLetterChannel.Answer.Released.class,
                dead.replay(dead.parked().get(0), SOON));
        assertInOrderOfKeys(handler.await(40));
    }

    @Test
    void whoFailsForReasonsNobodyCanJudgeIsTriedAloneAndHoldsUpItsKeyOnly() throws Exception {
        Channel<String> channel = channel("unknown", 1);
        String group = unique("group");
        Transport transport = connect();
        AtomicInteger failures = new AtomicInteger();
        List<Integer> alone = new ArrayList<>();
        Committed handler = new Committed(batch -> {
            if (numbers(batch).contains(5L)) {
                alone.add(batch.size());
                if (batch.size() > 1 || failures.incrementAndGet() <= 2) {
                    throw new IllegalStateException("Not yet");
                }
            }
        });
        subscribe(transport, channel, group, handler);

        send(transport, channel, "key-0", 0, 1);
        sendMixed(transport, channel, 1, 40);
        handler.openWhenBegun();

        assertInOrderOfKeys(handler.await(40));
        assertEquals(List.of(1, 1, 1), alone.subList(alone.size() - 3, alone.size()));
        assertEquals(List.of(), broker().deadLetters(channel.address(), group));
    }

    @Test
    void whatIsAwayIsWaitedForAndNothingIsTakenApart() throws Exception {
        Channel<String> channel = channel("away", 1);
        String group = unique("group");
        Transport transport = connect();
        AtomicInteger failures = new AtomicInteger();
        Committed handler = new Committed(batch -> {
            if (failures.incrementAndGet() <= 8) {
                throw new TransientMessagingException("The database is away", null);
            }
        });
        subscribe(transport, channel, group, handler);

        send(transport, channel, "key-0", 0, 1);
        sendMixed(transport, channel, 1, 40);
        handler.openWhenBegun();

        assertInOrderOfKeys(handler.await(40));
        assertEquals(List.of(), broker().deadLetters(channel.address(), group));
    }

    @Test
    void whatCannotBeReadIsSetAsideAndTheRestOfItsBatchIsNot() throws Exception {
        Channel<String> channel = channel("unreadable", 1);
        String group = unique("group");
        Transport transport = connect();
        Committed handler = new Committed(batch -> {});
        subscribe(transport, channel, group, handler);

        send(transport, channel, "key-0", 0, 1);
        broker().append(new EncodedMessage(
                "id", channel.address(), bytes("key-1"), bytes("This is not Avro"), List.of()));
        send(transport, channel, "key-1", 1, 2);
        send(transport, channel, "key-2", 2, 3);
        handler.openWhenBegun();

        assertEquals(List.of(0L, 2L), handler.await(2));
        Eventually.eventually(
                SOON,
                () -> assertEquals(
                        2, broker().deadLetters(channel.address(), group).size()));
    }

    @Test
    void aShareGroupHandsOverSeveralToo() throws Exception {
        String address = unique("shared");
        broker().createChannel(address, 1);
        Channel<Void> channel = new Channel<>("shared", address, KeyType.NONE);
        String group = unique("group");
        Transport transport = connect();
        List<Long> done = new ArrayList<>();
        AtomicInteger largest = new AtomicInteger();
        BatchHandler<Void> handler = batch -> {
            if (numbers(batch).contains(7L)) {
                throw new PoisonMessageException("Never", null);
            }
            synchronized (done) {
                done.addAll(numbers(batch));
            }
            largest.accumulateAndGet(batch.size(), Math::max);
        };
        for (long number = 0; number < 50; number++) {
            transport.sink().send(OutgoingMessage.of(channel, PARCEL, null, new Parcel("", number), SendOptions.NONE));
        }
        assertTrue(transport.flush(SOON), "Not sent in time");
        subscribe(
                transport,
                new SubscriptionSpec<>(channel, List.of(PARCEL), group).delivered(DeliveryMode.SHARED),
                handler);

        Eventually.eventually(SOON, () -> {
            synchronized (done) {
                assertEquals(49, done.size());
            }
        });
        Eventually.eventually(
                SOON, () -> assertEquals(1, broker().deadLetters(address, group).size()));
        assertTrue(largest.get() > 1, "Never several at once");
    }

    /** Sends these with four keys in turn. */
    private static void sendMixed(Transport transport, Channel<String> channel, long from, long to)
            throws InterruptedException {
        for (long number = from; number < to; number++) {
            transport.sink().send(parcel(channel, "key-" + number % 4, number));
        }
        assertTrue(transport.flush(SOON), "Not sent in time");
    }

    private static void assertInOrderOfKeys(List<Long> numbers) {
        for (int key = 0; key < 4; key++) {
            int which = key;
            List<Long> ofKey =
                    numbers.stream().filter(number -> number % 4 == which).toList();
            assertEquals(ofKey.stream().distinct().sorted().toList(), ofKey, () -> "Once, and in order: " + numbers);
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
