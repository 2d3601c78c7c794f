package io.tidings.messaging.kafka;

import io.tidings.messaging.TopicSpec;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.admin.TopicDescription;
import org.jspecify.annotations.Nullable;

/** Finds what is different between what a document says of a topic and what a broker has. */
final class TopicComparison {

    private TopicComparison() {}

    static TopicDifference missing(TopicSpec spec) {
        return new TopicDifference(
                spec.name(),
                TopicDifference.TOPIC,
                "",
                "",
                "Create it, or let it be created: 'tidings.provision.mode=create'.");
    }

    /** How many partitions and replicas it has: nothing of it is changed for the user. */
    static List<TopicDifference> ofLayout(TopicSpec spec, TopicDescription found) {
        List<TopicDifference> differences = new ArrayList<>();
        int partitions = found.partitions().size();
        if (spec.partitions() != 0 && spec.partitions() != partitions) {
            differences.add(new TopicDifference(
                    spec.name(),
                    "partitions",
                    Integer.toString(spec.partitions()),
                    Integer.toString(partitions),
                    spec.partitions() > partitions
                            ? "More partitions move keys to others, which breaks their order: move to a new topic, or say "
                                    + partitions + " in the document."
                            : "Partitions are never taken away: say " + partitions + " in the document."));
        }
        int replicas = found.partitions().stream()
                .mapToInt(partition -> partition.replicas().size())
                .min()
                .orElse(0);
        if (spec.replicas() != 0 && spec.replicas() != replicas) {
            differences.add(new TopicDifference(
                    spec.name(),
                    "replicas",
                    Integer.toString(spec.replicas()),
                    Integer.toString(replicas),
                    "Reassign its partitions with Kafka's kafka-reassign-partitions."));
        }
        return differences;
    }

    /** How it is configured, as far as the document says. */
    static List<TopicDifference> ofConfiguration(TopicSpec spec, Config found) {
        List<TopicDifference> differences = new ArrayList<>();
        for (Map.Entry<String, String> said : spec.configuration().entrySet()) {
            ConfigEntry entry = found.get(said.getKey());
            String value = entry == null ? null : entry.value();
            if (!same(said.getValue(), value)) {
                differences.add(new TopicDifference(
                        spec.name(),
                        said.getKey(),
                        said.getValue(),
                        value == null ? "" : value,
                        entry == null
                                ? "This broker knows no such setting."
                                : "'tidings.provision.mode=alter' changes it."));
            }
        }
        return differences;
    }

    /** As Kafka reads them: {@code compact, delete} is {@code delete,compact}, and 1000.0 is 1000. */
    static boolean same(String said, @Nullable String found) {
        if (found == null) {
            return false;
        }
        return said.strip().equalsIgnoreCase(found.strip())
                || items(said).equals(items(found))
                || sameNumber(said, found);
    }

    private static boolean sameNumber(String said, String found) {
        return number(said).flatMap(one -> number(found).filter(one::equals)).isPresent();
    }

    private static Set<String> items(String value) {
        Set<String> items = new TreeSet<>();
        Arrays.stream(value.split(",", -1))
                .map(String::strip)
                .filter(item -> !item.isEmpty())
                .forEach(items::add);
        return items;
    }

    private static Optional<BigDecimal> number(String value) {
        try {
            return Optional.of(new BigDecimal(value.strip()).stripTrailingZeros());
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }
}
