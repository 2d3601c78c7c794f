package io.tidings.benchmarks.messaging;

import static io.tidings.benchmarks.messaging.BareMessages.CORRELATION_ID;

import com.example.shop.Purchase;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.WakeupException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/**
 * Requests over Kafka's clients directly: a thread that polls requests and sends each reply without waiting for it, and one that
 * polls replies and completes the futures in a map.
 */
final class BareQuestions implements Questions {

    static final String QUESTIONS = "questions-bare";
    static final String ANSWERS = "answers-bare";

    private static final Duration POLL = Duration.ofMillis(100);

    private final BareMessages<Purchase> requests = new BareMessages<>("question");
    private final BareMessages<Purchase> replies = new BareMessages<>("answer");
    private final Map<String, CompletableFuture<Purchase>> waiting = new ConcurrentHashMap<>();
    private final KafkaProducer<byte[], byte[]> asking;
    private final KafkaProducer<byte[], byte[]> replying;
    private final KafkaConsumer<byte[], byte[]> asked;
    private final KafkaConsumer<byte[], byte[]> replied;
    private final List<Thread> threads;

    BareQuestions(Map<String, Object> settings) {
        Map<String, Object> grouped = new HashMap<>(settings);
        grouped.put("group.id", "bare-" + UUID.randomUUID());
        this.asking = producer(settings);
        this.replying = producer(settings);
        this.asked = consumer(grouped, QUESTIONS);
        this.replied = consumer(grouped, ANSWERS);
        this.threads = List.of(
                new Thread(() -> poll(asked, this::reply), "bare-replier"),
                new Thread(() -> poll(replied, this::join), "bare-replies"));
        threads.forEach(Thread::start);
    }

    private static KafkaProducer<byte[], byte[]> producer(Map<String, Object> settings) {
        return new KafkaProducer<>(settings, new ByteArraySerializer(), new ByteArraySerializer());
    }

    private static KafkaConsumer<byte[], byte[]> consumer(Map<String, Object> settings, String topic) {
        KafkaConsumer<byte[], byte[]> consumer =
                new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer());
        List<TopicPartition> partitions = consumer.partitionsFor(topic).stream()
                .map(partition -> new TopicPartition(topic, partition.partition()))
                .toList();
        consumer.assign(partitions);
        consumer.endOffsets(partitions).forEach((partition, end) -> consumer.seek(partition, end));
        return consumer;
    }

    private static void poll(KafkaConsumer<byte[], byte[]> consumer, Consumer<ConsumerRecord<byte[], byte[]>> handler) {
        try (consumer) {
            while (true) {
                consumer.poll(POLL).forEach(handler);
            }
        } catch (WakeupException e) {
            // Told to end.
        }
    }

    private void reply(ConsumerRecord<byte[], byte[]> request) {
        Purchase payload = requests.read(request);
        String key = new String(request.key(), StandardCharsets.UTF_8);
        Future<RecordMetadata> unused = replying.send(
                replies.write(ANSWERS, key, payload, request.headers().lastHeader(CORRELATION_ID)));
    }

    private void join(ConsumerRecord<byte[], byte[]> reply) {
        String id = new String(reply.headers().lastHeader(CORRELATION_ID).value(), StandardCharsets.UTF_8);
        CompletableFuture<Purchase> future = waiting.remove(id);
        if (future != null) {
            future.complete(replies.read(reply));
        }
    }

    @Override
    public Purchase ask(String key, Purchase question) throws Exception {
        String id = UUID.randomUUID().toString();
        CompletableFuture<Purchase> reply = new CompletableFuture<>();
        waiting.put(id, reply);
        Future<RecordMetadata> unused = asking.send(requests.write(
                QUESTIONS,
                key,
                question,
                BareMessages.header(CORRELATION_ID, id),
                BareMessages.header("ce_replyto", ANSWERS)));
        return reply.get(30, TimeUnit.SECONDS);
    }

    @Override
    public void close() {
        asked.wakeup();
        replied.wakeup();
        try {
            for (Thread thread : threads) {
                thread.join();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        asking.close();
        replying.close();
    }
}
