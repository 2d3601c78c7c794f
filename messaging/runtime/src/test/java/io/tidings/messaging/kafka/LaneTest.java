package io.tidings.messaging.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidings.messaging.Channel;
import io.tidings.messaging.KeyType;
import io.tidings.messaging.MessageHandler;
import io.tidings.messaging.SubscriptionSpec;
import io.tidings.messaging.TransientMessagingException;
import io.tidings.messaging.delivery.Delivery;
import io.tidings.messaging.delivery.RetryPolicy;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
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
    private final Queue<String> deadLetters = new ConcurrentLinkedQueue<>();

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
    void goesNoFurtherUntilTheDeadLetterChannelHasTheRecord() throws Exception {
        AtomicInteger attempts = new AtomicInteger();
        CountDownLatch twice = new CountDownLatch(2);
        CountDownLatch available = new CountDownLatch(1);
        Lane<Void> lane = new Lane<>(
                PARTITION,
                delivery(message -> {
                    attempts.incrementAndGet();
                    handled.add(String.valueOf(message.payload()));
                }),
                (record, cause) -> {
                    twice.countDown();
                    if (available.getCount() > 0) {
                        throw new TransientMessagingException("The channel is away", null);
                    }
                    deadLetters.add(new String(record.value(), StandardCharsets.UTF_8));
                },
                workers,
                10);

        lane.add(records(5, "garbage", "next"));
        assertThat(twice.await(10, TimeUnit.SECONDS)).isTrue();
        assertThat(handled).isEmpty();
        assertThat(lane.uncommitted()).isEmpty();

        available.countDown();
        awaitPosition(lane, 7);
        assertThat(deadLetters).containsExactly("garbage");
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
        Lane<Void> lane = new Lane<>(PARTITION, delivery(handler, patient), (record, cause) -> {}, workers, 10);

        lane.add(records(0, "1"));
        assertThat(tried.await(10, TimeUnit.SECONDS)).isTrue();
        assertThat(lane.awaitIdle(System.nanoTime() + TimeUnit.SECONDS.toNanos(10)))
                .isTrue();

        assertThat(lane.saturated()).isTrue();
        assertThat(lane.busy()).isTrue();
        lane.stop();
        assertThat(workers.getQueue()).as("the retry is given up").isEmpty();
    }

    private Lane<Void> lane(MessageHandler<Void> handler) {
        return new Lane<>(PARTITION, delivery(handler), (record, cause) -> {}, workers, 10);
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

    private static void awaitPosition(Lane<?> lane, long offset) throws InterruptedException {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(10);
        while (lane.uncommitted().map(OffsetAndMetadata::offset).orElse(-1L) < offset && System.nanoTime() < end) {
            LockSupport.parkNanos(1_000_000);
        }
        assertThat(lane.uncommitted()).map(OffsetAndMetadata::offset).hasValue(offset);
        assertThat(lane.awaitIdle(end)).isTrue();
    }
}
