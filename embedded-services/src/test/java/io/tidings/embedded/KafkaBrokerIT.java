package io.tidings.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.KafkaShareConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KafkaBrokerIT {
    private static final Duration SOON = Duration.ofSeconds(30);
    private static KafkaBroker kafka;

    @BeforeAll
    static void startKafka() {
        kafka = KafkaBroker.start();
    }

    @AfterAll
    static void stopKafka() {
        kafka.close();
        assertThat(FreePorts.isFree(port(kafka))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"classic", "consumer"})
    void bothGroupProtocolsReadWhatATransactionCommitted(String protocol) throws Exception {
        String topic = "menu-events-" + protocol;
        kafka.createTopic(topic, 3, Map.of("cleanup.policy", "compact"));
        try (KafkaProducer<String, String> producer = producer(kafka, Map.of("transactional.id", topic))) {
            producer.initTransactions();
            producer.beginTransaction();
            producer.send(new ProducerRecord<>(topic, "k", "aborted")).get();
            producer.abortTransaction();
            producer.beginTransaction();
            producer.send(new ProducerRecord<>(topic, "k", "committed")).get();
            producer.commitTransaction();
        }
        assertThat(read(kafka, topic, protocol, 1)).containsExactly("committed");
    }

    @Test
    void shareGroupsWork() throws Exception {
        kafka.createTopic("commands", 2);
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", kafka.bootstrapServers()))) {
            fromEarliest(admin, "share");
        }
        try (KafkaProducer<String, String> producer = producer(kafka, Map.of())) {
            producer.send(new ProducerRecord<>("commands", "cook")).get();
        }
        Map<String, Object> settings = Map.of("bootstrap.servers", kafka.bootstrapServers(), "group.id", "share");
        try (KafkaShareConsumer<String, String> consumer =
                new KafkaShareConsumer<>(settings, new StringDeserializer(), new StringDeserializer())) {
            consumer.subscribe(List.of("commands"));
            List<String> values = new ArrayList<>();
            Deadline.poll(SOON, () -> {
                consumer.poll(Duration.ofMillis(100)).forEach(received -> values.add(received.value()));
                return !values.isEmpty();
            });
            assertThat(values).containsExactly("cook");
        }
    }

    @Test
    void clientsOfTheProxyStayBehindIt() throws Exception {
        kafka.createTopic("behind-a-proxy", 1);
        FaultProxy proxy = kafka.proxy();
        Map<String, Object> settings = Map.of("bootstrap.servers", proxy.address(), "request.timeout.ms", "1000");
        try (KafkaProducer<String, String> producer = producer(kafka, settings)) {
            producer.send(new ProducerRecord<>("behind-a-proxy", "first")).get();
            proxy.swallow(FaultProxy.Direction.ANSWERS);
            var unsure = producer.send(new ProducerRecord<>("behind-a-proxy", "second"));
            // It is there, and its sender does not know.
            assertThat(read(kafka, "behind-a-proxy", "consumer", 2)).containsExactly("first", "second");
            assertThat(unsure).isNotDone();
            proxy.heal();
            assertThat(unsure.get().offset()).isEqualTo(1);
        } finally {
            proxy.heal();
        }
    }

    @Test
    void aTypoDoesNotBecomeATopic() {
        Map<String, Object> impatient = Map.of("max.block.ms", "500");
        try (KafkaProducer<String, String> producer = producer(kafka, impatient)) {
            assertThatThrownBy(() ->
                            producer.send(new ProducerRecord<>("typo", "v")).get())
                    .isInstanceOf(ExecutionException.class)
                    .hasMessageContaining("typo");
        }
    }

    @Test
    void aTopicIsCreatedOnce() {
        kafka.createTopic("once", 1);
        assertThatThrownBy(() -> kafka.createTopic("once", 1))
                .isInstanceOf(EmbeddedServiceException.class)
                .hasMessageContaining("once");
    }

    @Test
    void aChosenDataDirectoryAndPortStay(@TempDir Path data) throws Exception {
        KafkaBrokerOptions options =
                KafkaBrokerOptions.defaults().withDataDirectory(data).withPort(FreePorts.next());
        try (KafkaBroker first = KafkaBroker.start(options)) {
            first.createTopic("kept", 1);
            try (KafkaProducer<String, String> producer = producer(first, Map.of())) {
                producer.send(new ProducerRecord<>("kept", "still here")).get();
            }
        }
        try (KafkaBroker second = KafkaBroker.start(options)) {
            assertThat(port(second)).isEqualTo(options.port());
            assertThat(read(second, "kept", "consumer", 1)).containsExactly("still here");
        }
    }

    @Test
    void whatWasAcknowledgedSurvivesSigkill() throws Exception {
        try (KafkaBrokerProcess broker =
                KafkaBrokerProcess.start(KafkaBrokerOptions.defaults().withSetting("num.io.threads", "2"))) {
            Map<String, Object> settings = Map.of("bootstrap.servers", broker.bootstrapServers());
            try (Admin admin = Admin.create(settings);
                    KafkaProducer<String, String> producer = producer(kafka, settings)) {
                admin.createTopics(List.of(new NewTopic("killed", 1, (short) 1)))
                        .all()
                        .get();
                producer.send(new ProducerRecord<>("killed", "before")).get();
                long pid = broker.process().pid();
                broker.kill();
                assertThat(Processes.isGone(pid)).isTrue();
                broker.startAgain();
                // Not while it is gone: producers forget a cluster that is gone as a whole (KIP-899), and then block.
                assertThat(producer.send(new ProducerRecord<>("killed", "after"))
                                .get()
                                .offset())
                        .isEqualTo(1);
                assertThatThrownBy(broker::startAgain).hasMessageContaining("is running");
            }
        }
    }

    @Test
    void sharedIsOnePerJvmAndStartsAgainIfSomebodyClosedIt() {
        KafkaBroker shared = KafkaBroker.shared();
        assertThat(KafkaBroker.shared()).isSameAs(shared);
        shared.close();
        shared.close();
        try (KafkaBroker again = KafkaBroker.shared()) {
            again.createTopic("works", 1);
        }
    }

    private static void fromEarliest(Admin admin, String group) throws Exception {
        var earliest =
                new AlterConfigOp(new ConfigEntry("share.auto.offset.reset", "earliest"), AlterConfigOp.OpType.SET);
        admin.incrementalAlterConfigs(Map.of(new ConfigResource(ConfigResource.Type.GROUP, group), List.of(earliest)))
                .all()
                .get();
    }

    private static List<String> read(KafkaBroker broker, String topic, String protocol, int count) {
        Map<String, Object> settings = Map.of(
                "bootstrap.servers",
                broker.bootstrapServers(),
                "group.id",
                "readers-of-" + topic,
                "group.protocol",
                protocol,
                "auto.offset.reset",
                "earliest",
                "isolation.level",
                "read_committed");
        List<String> values = new ArrayList<>();
        try (KafkaConsumer<String, String> consumer =
                new KafkaConsumer<>(settings, new StringDeserializer(), new StringDeserializer())) {
            consumer.subscribe(List.of(topic));
            Deadline.poll(SOON, () -> {
                consumer.poll(Duration.ofMillis(100)).forEach(read -> values.add(read.value()));
                return values.size() >= count;
            });
        }
        return values;
    }

    private static KafkaProducer<String, String> producer(KafkaBroker broker, Map<String, Object> more) {
        Map<String, Object> settings = new HashMap<>(more);
        settings.putIfAbsent("bootstrap.servers", broker.bootstrapServers());
        return new KafkaProducer<>(settings, new StringSerializer(), new StringSerializer());
    }

    private static int port(KafkaBroker broker) {
        return Integer.parseInt(broker.bootstrapServers().split(":", -1)[1]);
    }
}
