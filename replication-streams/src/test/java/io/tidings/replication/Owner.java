package io.tidings.replication;

import io.tidings.messaging.EncodedMessage;
import io.tidings.messaging.MessageCodec;
import io.tidings.messaging.MessageType;
import io.tidings.messaging.OutgoingMessage;
import io.tidings.messaging.SendOptions;
import io.tidings.messaging.serde.AvroMessageCodec;
import io.tidings.messaging.serde.CodecSettings;
import io.tidings.registry.SchemaRegistry;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Future;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.jspecify.annotations.Nullable;

/** The service that owns restaurants, and all that can go wrong there. */
public final class Owner implements AutoCloseable {

    private static final MessageType<RestaurantChanged> CHANGED =
            new MessageType<>("RestaurantChanged", RestaurantChanged.class, RestaurantChanged.SCHEMA$);

    private final String topic;
    private final MessageCodec codec;
    private final Producer<byte[], byte[]> producer;
    private final List<Future<?>> sent = new ArrayList<>();

    private Owner(String topic, MessageCodec codec, Producer<byte[], byte[]> producer) {
        this.topic = topic;
        this.codec = codec;
        this.producer = producer;
    }

    public static Owner of(String topic, Map<String, String> configuration) {
        return of(topic, configuration, Map.of());
    }

    static Owner transactional(String topic, Map<String, String> configuration) {
        Owner owner = of(topic, configuration, Map.of("transactional.id", "owner-of-" + topic));
        owner.producer.initTransactions();
        return owner;
    }

    private static Owner of(String topic, Map<String, String> configuration, Map<String, String> more) {
        Map<String, Object> settings = new HashMap<>(more);
        settings.put("bootstrap.servers", configuration.getOrDefault("bootstrap.servers", ""));
        var codec = new AvroMessageCodec(SchemaRegistry.connect(configuration), CodecSettings.from(configuration));
        return new Owner(
                topic, codec, new KafkaProducer<>(settings, new ByteArraySerializer(), new ByteArraySerializer()));
    }

    public void says(String id, long version, String name) {
        send(message(id, RestaurantChanged.named(name), SendOptions.version(version)));
    }

    public void deletes(String id, long version) {
        send(message(id, null, SendOptions.version(version)));
    }

    void deletesWithoutAVersion(String id) {
        send(new ProducerRecord<>(topic, bytes(id), null));
    }

    public void babbles(@Nullable String id) {
        send(new ProducerRecord<>(topic, id == null ? null : bytes(id), bytes("no message at all")));
    }

    void inTransaction(boolean commit, Runnable what) {
        producer.beginTransaction();
        what.run();
        producer.flush();
        if (commit) {
            producer.commitTransaction();
        } else {
            producer.abortTransaction();
        }
    }

    /** Everything has arrived. */
    public void flush() throws Exception {
        producer.flush();
        for (Future<?> record : sent) {
            record.get();
        }
        sent.clear();
    }

    @Override
    public void close() {
        producer.close();
    }

    private EncodedMessage message(String id, @Nullable RestaurantChanged payload, SendOptions options) {
        return codec.encode(OutgoingMessage.of(RestaurantView.channel(topic), CHANGED, id, payload, options));
    }

    private void send(EncodedMessage message) {
        ProducerRecord<byte[], byte[]> record = new ProducerRecord<>(topic, message.key(), message.value());
        message.headers().forEach(header -> record.headers().add(header.name(), header.value()));
        send(record);
    }

    private void send(ProducerRecord<byte[], byte[]> record) {
        sent.add(producer.send(record));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
