package io.tidings.messaging.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidings.messaging.TopicSpec;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.Node;
import org.apache.kafka.common.TopicPartitionInfo;
import org.junit.jupiter.api.Test;

class TopicComparisonTest {

    @Test
    void valuesAreComparedAsKafkaReadsThem() {
        assertThat(TopicComparison.same("compact, delete", "delete,compact")).isTrue();
        assertThat(TopicComparison.same("604800000.0", "604800000")).isTrue();
        assertThat(TopicComparison.same("TRUE", "true")).isTrue();
        assertThat(TopicComparison.same("compact", "compact,delete")).isFalse();
        assertThat(TopicComparison.same("1", "2")).isFalse();
        assertThat(TopicComparison.same("", null)).isFalse();
    }

    @Test
    void saysWhatIsOneWayHereAndAnotherThere() {
        TopicSpec spec = new TopicSpec("parcels", 6, 3, Map.of("retention.ms", "1000"));
        Config found = new Config(List.of(new ConfigEntry("retention.ms", "2000")));

        assertThat(TopicComparison.ofLayout(spec, topic(3, 1)))
                .extracting(TopicDifference::toString)
                .containsExactly(
                        "topic 'parcels': partitions is 3, the document says 6. More partitions move keys to others, which"
                                + " breaks their order: move to a new topic, or say 3 in the document.",
                        "topic 'parcels': replicas is 1, the document says 3. Reassign its partitions with Kafka's"
                                + " kafka-reassign-partitions.");
        assertThat(TopicComparison.ofConfiguration(spec, found))
                .containsExactly(new TopicDifference(
                        "parcels", "retention.ms", "1000", "2000", "'tidings.provision.mode=alter' changes it."));
    }

    @Test
    void whatTheDocumentLeavesOpenIsNotCompared() {
        TopicSpec spec = new TopicSpec("parcels", 0, 0, Map.of());

        assertThat(TopicComparison.ofLayout(spec, topic(3, 1))).isEmpty();
        assertThat(TopicComparison.ofConfiguration(spec, new Config(List.of()))).isEmpty();
    }

    @Test
    void whatTheBrokerDoesNotKnowIsSaid() {
        TopicSpec spec = new TopicSpec("parcels", 0, 0, Map.of("confluent.tier.enable", "true"));

        assertThat(TopicComparison.ofConfiguration(spec, new Config(List.of())))
                .extracting(TopicDifference::toString)
                .containsExactly(
                        "topic 'parcels': confluent.tier.enable is not set, the document says true. This broker"
                                + " knows no such setting.");
    }

    private static TopicDescription topic(int partitions, int replicas) {
        Node node = new Node(1, "localhost", 9092);
        List<Node> nodes = java.util.Collections.nCopies(replicas, node);
        List<TopicPartitionInfo> all = java.util.stream.IntStream.range(0, partitions)
                .mapToObj(partition -> new TopicPartitionInfo(partition, node, nodes, nodes))
                .toList();
        return new TopicDescription("parcels", false, all);
    }
}
