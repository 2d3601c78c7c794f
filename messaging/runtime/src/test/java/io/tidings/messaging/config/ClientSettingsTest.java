package io.tidings.messaging.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.tidings.messaging.serde.PluggedCodec.Plug;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ClientSettingsTest {

    private static final Map<String, String> LEAST =
            Map.of("bootstrap.servers", "127.0.0.1:9092", "schema.registry.url", "mock://test");

    @Test
    void haveDefaultsThatKeepMessagesSafe() {
        ClientSettings settings = ClientSettings.of(LEAST);

        assertThat(settings.producer())
                .containsEntry("acks", "all")
                .containsEntry("enable.idempotence", "true")
                .containsEntry("linger.ms", "0");
        assertThat(settings.producer("relay"))
                .containsEntry("transactional.id", "relay")
                .containsEntry("batch.size", "131072");
        assertThat(settings.consumer("kitchen"))
                .containsEntry("group.id", "kitchen")
                .containsEntry("group.protocol", "consumer")
                .containsEntry("isolation.level", "read_committed")
                .containsEntry("auto.offset.reset", "earliest")
                .containsEntry("enable.auto.commit", "false");
    }

    @Test
    void giveEachClientWhatItKnows() {
        ClientSettings settings = ClientSettings.of(with(
                "linger.ms", "7",
                "batch.size", "8192",
                "max.poll.records", "9",
                "security.protocol", "PLAINTEXT",
                "interceptor.setting", "custom"));

        assertThat(settings.producer())
                .containsEntry("linger.ms", "7")
                .containsEntry("security.protocol", "PLAINTEXT")
                .containsEntry("interceptor.setting", "custom")
                .doesNotContainKeys("max.poll.records", "schema.registry.url", "tidings.source");
        assertThat(settings.producer("relay")).containsEntry("batch.size", "8192");
        assertThat(settings.consumer("kitchen"))
                .containsEntry("max.poll.records", "9")
                .containsEntry("security.protocol", "PLAINTEXT")
                .doesNotContainKey("linger.ms");
        assertThat(settings.admin())
                .containsEntry("security.protocol", "PLAINTEXT")
                .doesNotContainKey("linger.ms");
    }

    @Test
    void giveAClientAloneWhatBearsItsName() {
        ClientSettings settings = ClientSettings.of(with(
                "request.timeout.ms",
                "1000",
                "producer.request.timeout.ms",
                "2000",
                "admin.reconnect.backoff.ms",
                "3"));

        assertThat(settings.producer()).containsEntry("request.timeout.ms", "2000");
        assertThat(settings.consumer("g")).containsEntry("request.timeout.ms", "1000");
        assertThat(settings.admin()).containsEntry("reconnect.backoff.ms", "3");
        assertThat(settings.producer())
                .doesNotContainKeys(
                        "reconnect.backoff.ms", "admin.reconnect.backoff.ms", "producer.request.timeout.ms");
    }

    @Test
    void reportAllThatIsWrongAtOnce() {
        InvalidConfigurationException failure = failure(Map.of(
                "tidings.retry.attemps", "3",
                "tidings.connect.timeout.ms", "soon",
                "linger.ms", "-1",
                "enable.auto.commit", "true",
                "acks", "1"));

        assertThat(failure.problems())
                .extracting(ConfigurationProblem::key)
                .containsExactly(
                        "acks",
                        "bootstrap.servers",
                        "enable.auto.commit",
                        "linger.ms",
                        "schema.registry.url",
                        "tidings.connect.timeout.ms",
                        "tidings.retry.attemps");
        assertThat(failure).hasMessageContaining("Did you mean 'tidings.retry.attempts'?");
    }

    @Test
    void sayWhatToDoAboutSettingsThatTheNewGroupProtocolRefuses() {
        Map<String, String> old = with("session.timeout.ms", "10000", "consumer.heartbeat.interval.ms", "1000");

        assertThat(failure(old).problems())
                .extracting(ConfigurationProblem::key)
                .containsExactlyInAnyOrder("session.timeout.ms", "heartbeat.interval.ms");
        assertThat(failure(old)).hasMessageContaining("group.protocol=classic");

        Map<String, String> classic = new LinkedHashMap<>(old);
        classic.put("group.protocol", "classic");
        assertThat(ClientSettings.of(classic).consumer("g")).containsEntry("session.timeout.ms", "10000");
    }

    @Test
    void leaveOtherPartsOfTidingsTheirSettings() {
        Map<String, String> settings =
                with("tidings.replica.directory", "/var/lib", "tidings.schema.cache.dir", "/var/cache", "acks", "-1");

        assertThat(ClientSettings.of(settings).all()).containsAllEntriesOf(settings);
    }

    @Test
    void takeAnyClassForValuesWhileKafkasClientsSeeBytes() {
        Map<String, String> plugged = Map.of(
                "bootstrap.servers", "127.0.0.1:9092",
                "value.serializer", "com.example.JsonSerializer",
                "consumer.value.deserializer", "com.example.JsonDeserializer",
                "key.serializer", "org.apache.kafka.common.serialization.StringSerializer");

        ClientSettings settings = ClientSettings.of(plugged);

        assertThat(settings.producer())
                .containsEntry("value.serializer", "org.apache.kafka.common.serialization.ByteArraySerializer")
                .containsEntry("key.serializer", "org.apache.kafka.common.serialization.ByteArraySerializer");
        assertThat(settings.consumer("g"))
                .containsEntry("value.deserializer", "org.apache.kafka.common.serialization.ByteArrayDeserializer");
        assertThat(ValueClasses.of(plugged).needRegistry()).isFalse();
    }

    @Test
    void refuseClassesForKeysThatTravelBare() {
        Map<String, String> framed = with("key.serializer", "io.confluent.kafka.serializers.KafkaAvroSerializer");

        assertThat(failure(framed).problems())
                .extracting(ConfigurationProblem::key)
                .containsExactly("key.serializer");
    }

    @Test
    void needARegistryWhereOneOfTheClassesIsOurs() {
        Map<String, String> half =
                Map.of("bootstrap.servers", "127.0.0.1:9092", "value.serializer", "com.example.JsonSerializer");

        assertThat(failure(half).problems())
                .extracting(ConfigurationProblem::key)
                .containsExactly("schema.registry.url");
    }

    @Test
    void givePluggedClassesWhatBearsTheirClientsName() {
        Map<String, String> settings = with(
                "value.serializer", "com.example.S", "producer.depth", "3", "depth", "1", "value.deserializer", "D");

        ValueClasses classes = ValueClasses.of(settings);

        assertThat(configuration(classes.serializer())).containsEntry("depth", "3");
        assertThat(configuration(classes.deserializer()))
                .containsEntry("depth", "1")
                .containsEntry("specific.avro.reader", "true")
                .containsEntry("schema.registry.url", "mock://test");
    }

    @Test
    void refuseAddressesThatAreNone() {
        for (String server : List.of("localhost", "localhost:", ":9092", "localhost:99999", "a:1,,b:2", "a b:1")) {
            Map<String, String> settings = Map.of("bootstrap.servers", server, "schema.registry.url", "mock://test");

            assertThat(failure(settings).problems())
                    .as(server)
                    .extracting(ConfigurationProblem::key)
                    .containsOnly("bootstrap.servers");
        }
    }

    @Test
    void knowAddressesAsKafkaDoes() {
        assertThat(BootstrapServer.parseAll("a:1, [::1]:2,PLAINTEXT://b.example:3"))
                .containsExactly(
                        new BootstrapServer("a", 1),
                        new BootstrapServer("::1", 2),
                        new BootstrapServer("b.example", 3));
    }

    private static Map<String, Object> configuration(@Nullable Plug plug) {
        assertThat(plug).isNotNull();
        return new LinkedHashMap<>(plug.configuration());
    }

    private static InvalidConfigurationException failure(Map<String, String> settings) {
        return catchThrowableOfType(InvalidConfigurationException.class, () -> ClientSettings.of(settings));
    }

    private static Map<String, String> with(String... more) {
        Map<String, String> settings = new LinkedHashMap<>(LEAST);
        for (int i = 0; i < more.length; i += 2) {
            settings.put(more[i], more[i + 1]);
        }
        return settings;
    }
}
