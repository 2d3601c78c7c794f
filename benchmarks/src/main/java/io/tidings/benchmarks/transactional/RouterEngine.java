package io.tidings.benchmarks.transactional;

import io.debezium.embedded.Connect;
import io.debezium.engine.DebeziumEngine;
import io.debezium.engine.DebeziumEngine.RecordCommitter;
import io.debezium.engine.RecordChangeEvent;
import io.debezium.engine.format.ChangeEventFormat;
import io.tidings.messaging.jdbc.outbox.OutboxHeaders;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.connect.source.SourceRecord;
import org.jspecify.annotations.Nullable;

/**
 * Debezium's own engine with its outbox event router, told of our columns. What it hands over is sent as Debezium Server sends it: a batch is
 * sent, then waited for, then marked as processed. It deletes nothing. Its settings are its defaults, but that it looks for news each
 * 10 ms instead of each 500, and begins without a snapshot.
 */
final class RouterEngine implements Forwarder {

    private final DebeziumEngine<RecordChangeEvent<SourceRecord>> engine;
    private final KafkaProducer<byte[], byte[]> producer;
    private final Thread thread;
    private final AtomicLong sent = new AtomicLong();
    private final CountDownLatch polling = new CountDownLatch(1);
    private final AtomicReference<@Nullable Throwable> failure = new AtomicReference<>();

    private RouterEngine(Site site) {
        this.producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", site.broker().servers(), "acks", "all", "linger.ms", "0"),
                new ByteArraySerializer(),
                new ByteArraySerializer());
        this.engine = DebeziumEngine.create(ChangeEventFormat.of(Connect.class))
                .using(settings(site))
                .using((success, message, error) -> {
                    if (!success) {
                        failure.set(error == null ? new IllegalStateException(message) : error);
                    }
                    polling.countDown();
                })
                .using(new DebeziumEngine.ConnectorCallback() {
                    @Override
                    public void pollingStarted() {
                        polling.countDown();
                    }
                })
                .notifying(this::send)
                .build();
        this.thread = new Thread(engine, "debezium");
    }

    static RouterEngine start(Site site) throws InterruptedException {
        RouterEngine engine = new RouterEngine(site);
        engine.thread.start();
        // Before its slot is there, commits pass it by.
        if (!engine.polling.await(1, TimeUnit.MINUTES)) {
            throw new IllegalStateException("The engine does not start");
        }
        return engine;
    }

    private static Properties settings(Site site) {
        String slot = "router_" + UUID.randomUUID().toString().replace('-', '_');
        Properties settings = new Properties();
        settings.setProperty("name", slot);
        settings.setProperty("topic.prefix", slot);
        settings.setProperty("connector.class", "io.debezium.connector.postgresql.PostgresConnector");
        settings.setProperty("database.hostname", "127.0.0.1");
        settings.setProperty("database.port", Integer.toString(site.server().port()));
        settings.setProperty("database.dbname", site.name());
        settings.setProperty("database.user", "postgres");
        settings.setProperty("database.password", "postgres");
        settings.setProperty("plugin.name", "pgoutput");
        settings.setProperty("slot.name", slot);
        settings.setProperty("slot.drop.on.stop", "true");
        settings.setProperty("publication.name", "router");
        settings.setProperty("publication.autocreate.mode", "filtered");
        settings.setProperty("table.include.list", "public.tidings_outbox");
        settings.setProperty("snapshot.mode", "no_data");
        settings.setProperty("offset.storage", "org.apache.kafka.connect.storage.MemoryOffsetBackingStore");
        settings.setProperty("poll.interval.ms", "10");
        settings.setProperty("errors.max.retries", "0");
        settings.setProperty("transforms", "outbox");
        settings.setProperty("transforms.outbox.type", "io.debezium.transforms.outbox.EventRouter");
        settings.setProperty("transforms.outbox.table.field.event.id", "message_id");
        settings.setProperty("transforms.outbox.table.field.event.key", "key");
        settings.setProperty("transforms.outbox.table.field.event.payload", "value");
        settings.setProperty("transforms.outbox.table.fields.additional.placement", "headers:header:headers");
        settings.setProperty("transforms.outbox.route.by.field", "address");
        settings.setProperty("transforms.outbox.route.topic.replacement", "${routedByValue}");
        return settings;
    }

    private void send(
            List<RecordChangeEvent<SourceRecord>> events, RecordCommitter<RecordChangeEvent<SourceRecord>> committer)
            throws InterruptedException {
        List<Future<RecordMetadata>> receipts = new ArrayList<>(events.size());
        for (RecordChangeEvent<SourceRecord> event : events) {
            receipts.add(producer.send(message(event.record())));
        }
        for (Future<RecordMetadata> receipt : receipts) {
            try {
                receipt.get();
            } catch (ExecutionException e) {
                throw new IllegalStateException(e);
            }
        }
        for (RecordChangeEvent<SourceRecord> event : events) {
            committer.markProcessed(event);
        }
        committer.markBatchFinished();
        sent.addAndGet(events.size());
    }

    /** With the headers that the publisher wrote, so that all contenders send the same. */
    private static ProducerRecord<byte[], byte[]> message(SourceRecord event) {
        ProducerRecord<byte[], byte[]> message =
                new ProducerRecord<>(event.topic(), bytes(event.key()), bytes(event.value()));
        OutboxHeaders.decode(bytes(event.headers().lastWithName("headers").value()))
                .forEach(header -> message.headers().add(header.name(), header.value()));
        return message;
    }

    private static byte[] bytes(Object value) {
        if (value instanceof byte[] bytes) {
            return bytes;
        }
        ByteBuffer buffer = ((ByteBuffer) value).duplicate();
        byte[] bytes = new byte[buffer.remaining()];
        buffer.get(bytes);
        return bytes;
    }

    @Override
    public boolean hasSent(long messages) {
        Throwable failed = failure.get();
        if (failed != null) {
            throw new IllegalStateException(failed);
        }
        return sent.get() >= messages;
    }

    @Override
    public void close() {
        try {
            engine.close();
            thread.join();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            producer.close();
        }
    }
}
