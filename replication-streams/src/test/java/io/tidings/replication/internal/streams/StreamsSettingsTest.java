package io.tidings.replication.internal.streams;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tidings.messaging.config.InvalidConfigurationException;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;
import org.apache.kafka.common.IsolationLevel;
import org.junit.jupiter.api.Test;

class StreamsSettingsTest {

    @Test
    void theApplicationIsNamedAfterWhatItDoes() {
        assertThat(settings(Map.of()).applicationId()).isEqualTo("orders-0badcafe");
    }

    @Test
    void whatTheDriverReliesOnIsSetWhateverTheUserSays() {
        Properties streams = settings(Map.of("group.protocol", "consumer", "auto.offset.reset", "latest"))
                .streams(new PollLog());

        assertThat(streams)
                .containsEntry("group.protocol", "classic")
                .containsEntry("ensure.explicit.internal.resource.naming", true);
    }

    @Test
    void onlyCommittedRecordsAreReadUnlessTheUserSaysOtherwise() {
        assertThat(settings(Map.of()).isolation()).isEqualTo(IsolationLevel.READ_COMMITTED);
        assertThat(settings(Map.of("consumer.isolation.level", "read_uncommitted"))
                        .isolation())
                .isEqualTo(IsolationLevel.READ_UNCOMMITTED);
    }

    @Test
    void aPrefixGivesASettingToStreamsAlone() {
        Properties streams = settings(Map.of("streams.client.id", "replicas", "client.id", "orders"))
                .streams(new PollLog());

        assertThat(streams).containsEntry("client.id", "replicas").doesNotContainKey("streams.client.id");
    }

    @Test
    void settingsOfOthersStayOut() {
        Properties streams = settings(Map.of("tidings.source", "/orders", "schema.registry.url", "mock://x"))
                .streams(new PollLog());

        assertThat(streams).doesNotContainKeys("tidings.source", "schema.registry.url");
    }

    @Test
    void durationsComeFromTheConfiguration() {
        StreamsSettings settings = settings(Map.of(
                "tidings.replica.grave.retention.ms",
                "1000",
                "tidings.connect.timeout.ms",
                "2000",
                "max.poll.interval.ms",
                "3000"));

        assertThat(settings.graveRetention()).isEqualTo(Duration.ofSeconds(1));
        assertThat(settings.connectTimeout()).isEqualTo(Duration.ofSeconds(2));
        assertThat(settings.patience()).isEqualTo(Duration.ofMillis(1500));
    }

    @Test
    void staticMembersAreKnown() {
        assertThat(settings(Map.of()).staticMember()).isFalse();
        assertThat(settings(Map.of("group.instance.id", "one")).staticMember()).isTrue();
    }

    @Test
    void everythingThatIsWrongIsSaidAtOnce() {
        Map<String, String> wrong = Map.of(
                "tidings.replica.grave.retention.ms",
                "soon",
                "tidings.replica.grave.retension.ms",
                "1",
                "num.stream.threads",
                "many");

        assertThatThrownBy(() -> StreamsSettings.of(wrong, "0badcafe"))
                .isInstanceOf(InvalidConfigurationException.class)
                .hasMessageContaining("application.id: is not set.")
                .hasMessageContaining("bootstrap.servers: is not set.")
                .hasMessageContaining("tidings.replica.grave.retension.ms: is not a setting.")
                .hasMessageContaining("tidings.replica.grave.retention.ms: Invalid value soon")
                .hasMessageContaining("num.stream.threads: Invalid value many");
    }

    private static StreamsSettings settings(Map<String, String> more) {
        Map<String, String> all = new HashMap<>(more);
        all.put("application.id", "orders");
        all.put("bootstrap.servers", "127.0.0.1:9092");
        return StreamsSettings.of(all, "0badcafe");
    }
}
