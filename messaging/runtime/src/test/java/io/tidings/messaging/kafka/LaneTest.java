package io.tidings.messaging.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidings.messaging.BatchHandler;
import io.tidings.messaging.BatchLimits;
import io.tidings.messaging.Channel;
import io.tidings.messaging.DeadLetter;
import io.tidings.messaging.KeyType;
import io.tidings.messaging.MessageHandler;
import io.tidings.messaging.SubscriptionSpec;
import io.tidings.messaging.TransientMessagingException;
import io.tidings.messaging.backlog.Progress;
import io.tidings.messaging.delivery.Delivery;
import io.tidings.messaging.delivery.RetryPolicy;
import io.tidings.messaging.parking.Handling;
import io.tidings.messaging.parking.MemoryStore;
import io.tidings.messaging.parking.Parking;
import io.tidings.messaging.parking.ParkingPolicy;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class LaneTest {

    private static final TopicPartition PARTITION = new TopicPartition("orders", 0);

    private final ScheduledThreadPoolExecutor workers = WorkerThread.pool("lane-test", 3);
    private final Queue<String> handled = new ConcurrentLinkedQueue<>();

    @AfterEach
    void stopWorkers() {
        workers.shutdownNow();
    }

    @Test
    void handlesInOrderAndSaysHowFarItHasCome() throws Exception {
        CountDownLatch all = new CountDownLatch(200);
        Lane<Void> lane = lane(message -> {
            handled.add(String.valueOf(message.payload()));
            all.countDown();
        });
        List<String> expected = new ArrayList<>();
        for (int batch = 0; batch < 4; batch++) {
            String[] texts = new String[50];
            for (int i = 0; i < 50; i++) {
                texts[i] = "m" + (batch * 50 + i);
                expected.add(texts[i]);
            }
            lane.add(records(batch * 50L, texts));
        }

        assertThat(all.await(10, TimeUnit.SECONDS)).isTrue();
        awaitPosition(lane, 200);

        assertThat(handled).containsExactlyElementsOf(expected);
        lane.uncommitted().ifPresent(lane::committed);
        assertThat(lane.uncommitted()).isEmpty();
        assertThat(lane.busy()).isFalse();
    }

    @Test
    void aBatchLingersForMoreUntilItIsFull() throws Exception {
        Queue<Integer> sizes = new ConcurrentLinkedQueue<>();
        CountDownLatch all = new CountDownLatch(4);
        BatchHandler<Void> batches = batch -> {
            sizes.add(batch.size());
            batch.forEach(message -> all.countDown());
        };
        Lane<Void> lane = lane(batches.within(BatchLimits.of(4).lingering(Duration.ofMinutes(5))));

        lane.add(records(0, "one", "two"));
        assertThat(lane.uncommitted()).isEmpty();
        lane.add(records(2, "three", "four"));

        assertThat(all.await(10, TimeUnit.SECONDS)).isTrue();
        assertThat(sizes).containsExactly(4);
        awaitPosition(lane, 4);
    }

    @Test
    void aBatchThatStaysSmallIsHandledWhenItHasLingeredLongEnough() throws Exception {
        CountDownLatch all = new CountDownLatch(2);
        BatchHandler<Void> batches = batch -> batch.forEach(message -> all.countDown());
        Lane<Void> lane = lane(batches.within(BatchLimits.of(4).lingering(Duration.ofMillis(20))));

        lane.add(records(0, "one", "two"));

        assertThat(all.await(10, TimeUnit.SECONDS)).isTrue();
        awaitPosition(lane, 2);
    }

    @Test
    void goesNoFurtherUntilTheDeadLetterChannelHasTheRecord() throws Exception {
        AtomicInteger attempts = new AtomicInteger();
        CountDownLatch twice = new CountDownLatch(2);
        CountDownLatch available = new CountDownLatch(1);
        MemoryStore letters = new MemoryStore() {
            @Override
            protected void moment() {
                twice.countDown();
                if (available.getCount() > 0) {
                    throw new TransientMessagingException("The channel is away", null);
                }
            }
        };
        Lane<Void> lane = lane(
                Progress.NONE,
                delivery(message -> {
                    attempts.incrementAndGet();
                    handled.add(String.valueOf(message.payload()));
                }),
                letters);

        lane.add(records(5, "garbage", "next"));
        assertThat(twice.await(10, TimeUnit.SECONDS)).isTrue();
        assertThat(handled).isEmpty();
        assertThat(lane.uncommitted()).isEmpty();

        available.countDown();
        awaitPosition(lane, 7);
        assertThat(letters.letters)
                .extracting(letter -> DeadLetter.of(0, letter).reason())
                .containsExactly("Cannot be read");
        assertThat(handled).containsExactly("next");
        assertThat(attempts).hasValue(1);
    }

    @Test
    void finishesTheRecordAtHandWhenItIsStopped() throws Exception {
        CountDownLatch started = new CountDownLatch(1);
        CountDownLatch finish = new CountDownLatch(1);
        Lane<Void> lane = lane(message -> {
            started.countDown();
            finish.await();
            handled.add(String.valueOf(message.payload()));
        });
        lane.add(records(0, "at hand", "next"));
        assertThat(started.await(10, TimeUnit.SECONDS)).isTrue();

        lane.stop();
        assertThat(lane.awaitIdle(System.nanoTime())).isFalse();
        finish.countDown();
        assertThat(lane.awaitIdle(System.nanoTime() + TimeUnit.SECONDS.toNanos(10)))
                .isTrue();

        assertThat(handled).containsExactly("at hand");
        assertThat(lane.uncommitted()).map(OffsetAndMetadata::offset).hasValue(1L);
    }

    @Test
    void wantsNoMoreWhenItIsFullUntilHalfIsWorkedOff() throws Exception {
        CountDownLatch finish = new CountDownLatch(1);
        Lane<Void> lane = lane(message -> finish.await());

        lane.add(records(0, "1", "2", "3", "4", "5", "6", "7", "8", "9"));
        assertThat(lane.saturated()).isFalse();
        assertThat(lane.hungry()).isFalse();
        lane.add(records(9, "10"));
        assertThat(lane.saturated()).isTrue();

        finish.countDown();
        awaitPosition(lane, 10);
        assertThat(lane.saturated()).isFalse();
        assertThat(lane.hungry()).isTrue();
    }

    @Test
    void wantsNoMoreWhileWhatItNeedsIsAway() throws Exception {
        CountDownLatch tried = new CountDownLatch(1);
        RetryPolicy patient = new RetryPolicy(Duration.ofHours(1), Duration.ofHours(1), 1);
        MessageHandler<Void> handler = message -> {
            tried.countDown();
            throw new TransientMessagingException("The database is away", null);
        };
        Lane<Void> lane = lane(Progress.NONE, delivery(handler, patient), new MemoryStore());

        lane.add(records(0, "1"));
        assertThat(tried.await(10, TimeUnit.SECONDS)).isTrue();
        assertThat(lane.awaitIdle(System.nanoTime() + TimeUnit.SECONDS.toNanos(10)))
                .isTrue();

        assertThat(lane.saturated()).isTrue();
        assertThat(lane.busy()).isTrue();
        lane.stop();
        assertThat(workers.getQueue()).as("the retry is given up").isEmpty();
    }

    @Test
    void handlesOtherKeysBesideASlowOneAndSaysWhatIsDoneAbove() throws Exception {
        CountDownLatch finish = new CountDownLatch(1);
        CountDownLatch others = new CountDownLatch(4);
        Lane<Void> lane = lane(message -> {
            String text = String.valueOf(message.payload());
            if (text.equals("slow 0")) {
                finish.await();
            }
            handled.add(text);
            others.countDown();
        });

        lane.add(keyed("slow", "slow 0", "a", "a 1", "slow", "slow 2", "b", "b 3", "a", "a 4", "b", "b 5"));

        assertThat(others.await(10, TimeUnit.SECONDS)).isTrue();
        assertThat(handled)
                .containsExactlyInAnyOrder("a 1", "b 3", "a 4", "b 5")
                .containsSubsequence("a 1", "a 4");
        // No epoch; 1 further on, 1 is done; 1 further on, 3 are.
        OffsetAndMetadata above = awaitMetadata(lane, "tidings1:AAEBAQM");
        assertThat(above.offset()).isZero();
        finish.countDown();
        awaitPosition(lane, 6);
        assertThat(lane.uncommitted()).map(OffsetAndMetadata::metadata).hasValue("");

        handled.clear();
        Lane<Void> successor = lane(Commits.progress(above), message -> handled.add(String.valueOf(message.payload())));
        successor.add(keyed("slow", "slow 0", "a", "a 1", "slow", "slow 2", "b", "b 3", "a", "a 4", "b", "b 5"));
        awaitPosition(successor, 6);
        assertThat(handled).containsExactly("slow 0", "slow 2");
    }

    @Test
    void aFailureNobodyCanJudgeKeepsItsOwnKeyOnly() throws Exception {
        AtomicInteger attempts = new AtomicInteger();
        Lane<Void> lane = lane(message -> {
            String text = String.valueOf(message.payload());
            if (text.equals("a 0") && attempts.incrementAndGet() < 3) {
                throw new IllegalStateException("not yet");
            }
            handled.add(text);
        });

        lane.add(keyed("a", "a 0", "b", "b 1", "a", "a 2"));

        awaitPosition(lane, 3);
        assertThat(handled).containsExactlyInAnyOrder("a 0", "b 1", "a 2").containsSubsequence("a 0", "a 2");
        assertThat(attempts).hasValue(3);
    }

    private Lane<Void> lane(MessageHandler<Void> handler) {
        return lane(Progress.NONE, handler);
    }

    private Lane<Void> lane(Progress done, MessageHandler<Void> handler) {
        return lane(done, delivery(handler), new MemoryStore());
    }

    private Lane<Void> lane(Progress done, Delivery<Void> delivery, MemoryStore store) {
        Parking parking = new Parking("orders", "group", 0, store, ParkingPolicy.DEFAULT, Clock.systemUTC());
        Lane<Void> lane = new Lane<>(PARTITION, done, new Handling<>(delivery, parking), workers, 3, 10);
        lane.ready(parking.ready());
        return lane;
    }

    private static Delivery<Void> delivery(MessageHandler<Void> handler) {
        return delivery(handler, new RetryPolicy(Duration.ofMillis(1), Duration.ofMillis(5), 3));
    }

    private static Delivery<Void> delivery(MessageHandler<Void> handler, RetryPolicy policy) {
        Channel<Void> channel = new Channel<>("orders", "orders", KeyType.NONE);
        return new Delivery<>(new TextCodec(), new SubscriptionSpec<>(channel, List.of(), "group"), handler, policy);
    }

    private static List<ConsumerRecord<byte[], byte[]>> records(long offset, String... texts) {
        List<ConsumerRecord<byte[], byte[]>> records = new ArrayList<>();
        for (String text : texts) {
            byte[] value = text.getBytes(StandardCharsets.UTF_8);
            records.add(new ConsumerRecord<>("orders", 0, offset + records.size(), null, value));
        }
        return records;
    }

    /** Key, text, key, text … */
    private static List<ConsumerRecord<byte[], byte[]>> keyed(String... keysAndTexts) {
        List<ConsumerRecord<byte[], byte[]>> records = new ArrayList<>();
        for (int i = 0; i < keysAndTexts.length; i += 2) {
            byte[] key = keysAndTexts[i].getBytes(StandardCharsets.UTF_8);
            byte[] value = keysAndTexts[i + 1].getBytes(StandardCharsets.UTF_8);
            records.add(new ConsumerRecord<>("orders", 0, records.size(), key, value));
        }
        return records;
    }

    private static OffsetAndMetadata awaitMetadata(Lane<?> lane, String metadata) {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(10);
        Optional<OffsetAndMetadata> position = lane.uncommitted();
        while (System.nanoTime() < end
                && !position.map(OffsetAndMetadata::metadata).equals(Optional.of(metadata))) {
            LockSupport.parkNanos(1_000_000);
            position = lane.uncommitted();
        }
        assertThat(position).map(OffsetAndMetadata::metadata).hasValue(metadata);
        return position.get();
    }

    private static void awaitPosition(Lane<?> lane, long offset) throws InterruptedException {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(10);
        while (lane.uncommitted().map(OffsetAndMetadata::offset).orElse(-1L) < offset && System.nanoTime() < end) {
            LockSupport.parkNanos(1_000_000);
        }
        assertThat(lane.uncommitted()).map(OffsetAndMetadata::offset).hasValue(offset);
        assertThat(lane.awaitIdle(end)).isTrue();
    }
}
