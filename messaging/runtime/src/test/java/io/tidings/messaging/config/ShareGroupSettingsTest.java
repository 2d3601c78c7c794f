package io.tidings.messaging.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What becomes of the consumer's settings where a share group is subscribed. */
class ShareGroupSettingsTest {

    @Test
    void whatShareConsumersRefuseIsLeftOut() {
        ClientSettings settings = with("consumer.group.instance.id", "one", "client.rack", "here");

        assertThat(settings.shareConsumer("group"))
                .containsEntry("group.id", "group")
                .containsEntry("client.rack", "here")
                .containsEntry("share.acknowledgement.mode", "explicit")
                .containsEntry("max.poll.records", "16")
                .doesNotContainKeys("auto.offset.reset", "isolation.level", "group.protocol", "group.instance.id");
        assertThat(with("consumer.max.poll.records", "7", "consumer.share.acquire.mode", "batch_optimized")
                        .shareConsumer("group"))
                .containsEntry("max.poll.records", "7")
                .containsEntry("share.acquire.mode", "batch_optimized");
    }

    @Test
    void whatHasNoEffectIsReportedWithAHint() {
        assertThat(with("consumer.group.instance.id", "one", "consumer.interceptor.classes", "java.lang.Object")
                        .refusedByShareGroups())
                .extracting(ConfigurationProblem::toString)
                .satisfiesExactly(
                        first -> assertThat(first).contains("group.instance.id").contains("share.*"),
                        second -> assertThat(second)
                                .contains("interceptor.classes")
                                .contains("MessagingListener"));
    }

    @Test
    void whatTheBrokerIsToldInsteadIsNotReported() {
        ClientSettings settings = with("auto.offset.reset", "latest", "isolation.level", "read_uncommitted");

        assertThat(settings.refusedByShareGroups()).isEmpty();
        assertThat(settings.autoOffsetReset()).isEqualTo("latest");
        assertThat(settings.isolationLevel()).isEqualTo("read_uncommitted");
        assertThat(with().autoOffsetReset()).isEqualTo("earliest");
        assertThat(with().isolationLevel()).isEqualTo("read_committed");
    }

    private static ClientSettings with(String... settings) {
        Map<String, String> all = new LinkedHashMap<>(
                Map.of("bootstrap.servers", "127.0.0.1:9092", "schema.registry.url", "mock://share"));
        for (int i = 0; i < settings.length; i += 2) {
            all.put(settings[i], settings[i + 1]);
        }
        return ClientSettings.of(all);
    }
}
