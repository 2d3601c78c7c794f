package io.tidings.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tidings.messaging.Channel;
import io.tidings.messaging.DeadLetters;
import io.tidings.messaging.DeliveryMode;
import io.tidings.messaging.KeyType;
import io.tidings.messaging.MissingTopicException;
import io.tidings.messaging.SubscriptionSpec;
import io.tidings.messaging.TopicSpec;
import io.tidings.messaging.config.InvalidConfigurationException;
import io.tidings.messaging.kafka.ProvisionMode;
import io.tidings.messaging.kafka.TopicDifference;
import io.tidings.messaging.kafka.TopicProvisioner;
import io.tidings.messaging.kafka.TopicReport;
import io.tidings.messaging.kafka.TopicsDifferException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What is done about topics that are not as a document says, on a real broker. */
class TopicProvisionerIT {

    @RegisterExtension
    static final TidingsExtension TIDINGS = TidingsExtension.builder().kafka().build();

    private final String topic = TIDINGS.unique("parcels-" + System.nanoTime());
    private final TopicSpec spec = new TopicSpec(
            topic,
            3,
            1,
            Map.of("cleanup.policy", "compact,delete", "retention.ms", "1000", "min.insync.replicas", "1"));

    @Test
    void checkingSaysWhatIsMissingAndCreatesNothing() {
        try (TopicProvisioner provisioner = TopicProvisioner.create(brokerOnly())) {
            TopicReport report = provisioner.check(List.of(spec));

            assertThat(report.matches()).isFalse();
            assertThat(report.created()).isEmpty();
            assertThat(report.differences())
                    .singleElement()
                    .extracting(TopicDifference::setting)
                    .isEqualTo(TopicDifference.TOPIC);
            assertThat(provisioner.check(List.of(spec)).matches()).isFalse();
        }
    }

    @Test
    void whatWasCreatedIsAsTheDocumentSays() {
        try (TopicProvisioner provisioner = TopicProvisioner.create(brokerOnly())) {
            assertThat(provisioner.provision(List.of(spec)).created()).containsExactly(topic);
            assertThat(provisioner.provision(List.of(spec)).created()).isEmpty();
            assertThat(provisioner.check(List.of(spec))).isEqualTo(TopicReport.NOTHING);
        }
    }

    @Test
    void configurationIsAlteredWhenToldTo() {
        TopicSpec longer =
                new TopicSpec(topic, 3, 1, Map.of("retention.ms", "2000", "cleanup.policy", "delete,compact"));
        try (TopicProvisioner provisioner = TopicProvisioner.create(brokerOnly())) {
            provisioner.provision(List.of(spec));

            assertThat(provisioner
                            .provision(List.of(longer), ProvisionMode.CREATE_AND_CHECK)
                            .differences())
                    .extracting(TopicDifference::setting)
                    .containsExactly("retention.ms");
            TopicReport report = provisioner.provision(List.of(longer), ProvisionMode.ALTER);
            assertThat(report.matches()).isTrue();
            assertThat(report).hasToString("altered topic '" + topic + "': retention.ms was 1000, is 2000");
            Eventually.eventually(
                    Duration.ofSeconds(30),
                    () -> assertThat(provisioner.check(List.of(longer)).matches())
                            .isTrue());
        }
    }

    @Test
    void partitionsAreNeverAltered() {
        TopicSpec more = new TopicSpec(topic, 6, 0, Map.of());
        try (TopicProvisioner provisioner = TopicProvisioner.create(brokerOnly())) {
            provisioner.provision(List.of(spec));

            TopicReport report = provisioner.provision(List.of(more), ProvisionMode.ALTER);
            assertThat(report.altered()).isEmpty();
            assertThat(report.differences()).singleElement().satisfies(difference -> {
                assertThat(difference.setting()).isEqualTo("partitions");
                assertThat(difference.found()).isEqualTo("3");
                assertThat(difference.hint()).contains("breaks their order");
            });
        }
    }

    @Test
    void aServiceThatChecksDoesNotStartOnOtherTopics() {
        Map<String, String> checking = brokerOnly();
        checking.put("tidings.provision.mode", "create-and-check");
        TopicSpec more = new TopicSpec(topic, 6, 0, Map.of());
        try (TopicProvisioner provisioner = TopicProvisioner.create(checking)) {
            provisioner.provision(List.of(spec));

            assertThatExceptionOfType(TopicsDifferException.class)
                    .isThrownBy(() -> provisioner.provision(List.of(more)))
                    .withMessageContaining("partitions is 3, the document says 6")
                    .satisfies(e -> assertThat(e.report().differences()).hasSize(1));
        }
    }

    @Test
    void offIsOff() {
        Map<String, String> off = brokerOnly();
        off.put("tidings.provision.mode", "off");
        try (TopicProvisioner provisioner = TopicProvisioner.create(off)) {
            assertThat(provisioner.provision(List.of(spec))).isEqualTo(TopicReport.NOTHING);
            assertThat(provisioner.check(List.of(spec)).matches()).isFalse();
        }
        off.put("tidings.provision.mode", "of");
        assertThatThrownBy(() -> TopicProvisioner.create(off))
                .isInstanceOf(InvalidConfigurationException.class)
                .hasMessageContaining("create-and-check");
    }

    @Test
    void onADevelopersMachineNothingNeedsMoreReplicasThanThereAre() {
        Map<String, String> alone = brokerOnly();
        alone.put("tidings.provision.replicas", "1");
        TopicSpec safe = new TopicSpec(topic, 1, 3, Map.of("min.insync.replicas", "2"));
        try (TopicProvisioner provisioner = TopicProvisioner.create(alone)) {
            provisioner.provision(List.of(safe));

            assertThat(provisioner.check(List.of(safe)).matches()).isTrue();
            assertThat(provisioner
                            .check(List.of(new TopicSpec(topic, 1, 1, Map.of("min.insync.replicas", "1"))))
                            .matches())
                    .isTrue();
        }
    }

    @Test
    void allThatTheBrokerRefusesIsReported() {
        try (TopicProvisioner provisioner = TopicProvisioner.create(brokerOnly())) {
            provisioner.provision(List.of(spec));
            TopicSpec wrong = new TopicSpec(topic, 0, 0, Map.of("retention.ms", "soon"));

            assertThatThrownBy(() -> provisioner.provision(List.of(wrong), ProvisionMode.ALTER))
                    .isInstanceOf(InvalidConfigurationException.class)
                    .hasMessageContaining("refuses to alter");
            assertThatThrownBy(() -> provisioner.provision(List.of(new TopicSpec("no/topic", 1, 1, Map.of()))))
                    .isInstanceOf(InvalidConfigurationException.class)
                    .hasMessageContaining("no/topic");
        }
    }

    @Test
    void deadLettersCanBeThereInAdvance() {
        SubscriptionSpec<String> group =
                new SubscriptionSpec<>(new Channel<>("parcels", topic, KeyType.STRING), List.of(), "depot");
        try (TopicProvisioner provisioner = TopicProvisioner.create(brokerOnly())) {
            assertThatThrownBy(() -> provisioner.provisionDeadLetters(group)).isInstanceOf(MissingTopicException.class);
            provisioner.provision(List.of(spec));

            assertThat(provisioner.provisionDeadLetters(group).created())
                    .containsExactly(DeadLetters.address(topic, "depot"), DeadLetters.parkedAddress(topic, "depot"));
            assertThat(provisioner.provisionDeadLetters(group, ProvisionMode.CHECK))
                    .isEqualTo(TopicReport.NOTHING);
            assertThat(provisioner
                            .check(List.of(new TopicSpec(DeadLetters.address(topic, "depot"), 3, 1, Map.of())))
                            .matches())
                    .isTrue();
            SubscriptionSpec<String> sharing =
                    new SubscriptionSpec<>(group.channel(), List.of(), "sharing").delivered(DeliveryMode.SHARED);
            assertThat(provisioner.provisionDeadLetters(sharing).created())
                    .containsExactly(DeadLetters.address(topic, "sharing"));
        }
    }

    @Test
    void testsHaveADocumentsTopicsWithOneReplicaEach() {
        TopicSpec replicated = new TopicSpec(topic, 2, 3, Map.of("min.insync.replicas", "2"));

        assertThat(TIDINGS.provision(List.of(replicated)).created()).containsExactly(topic);
        assertThat(TIDINGS.provision(List.of(replicated)).created()).isEmpty();
        assertThatThrownBy(() -> TIDINGS.provision(List.of(spec))).isInstanceOf(TopicsDifferException.class);
    }

    /** A job that sets up topics needs no registry. */
    private static Map<String, String> brokerOnly() {
        Map<String, String> configuration = new LinkedHashMap<>(TIDINGS.configuration());
        configuration.remove("schema.registry.url");
        return configuration;
    }
}
