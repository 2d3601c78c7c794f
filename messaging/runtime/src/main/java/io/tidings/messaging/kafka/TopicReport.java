package io.tidings.messaging.kafka;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What was found and done of topics.
 *
 * @param created topics that were missing
 * @param altered what was another way before, and is as the document says now
 * @param differences what is not as the document says, in the order of the topics
 */
public record TopicReport(List<String> created, List<TopicDifference> altered, List<TopicDifference> differences) {

    /** Nothing found and nothing done. */
    public static final TopicReport NOTHING = new TopicReport(List.of(), List.of(), List.of());

    public TopicReport {
        created = List.copyOf(created);
        altered = List.copyOf(altered);
        differences = List.copyOf(differences);
    }

    /** Whether nothing that was looked at differs. */
    public boolean matches() {
        return differences.isEmpty();
    }

    /**
     * The same report, if nothing differs.
     *
     * @throws TopicsDifferException with all that does
     */
    public TopicReport orThrow() {
        if (!matches()) {
            throw new TopicsDifferException(this);
        }
        return this;
    }

    /** Both, in their order. */
    public TopicReport and(TopicReport other) {
        return new TopicReport(
                joined(created, other.created), joined(altered, other.altered), joined(differences, other.differences));
    }

    private static <T> List<T> joined(List<T> one, List<T> other) {
        return Stream.concat(one.stream(), other.stream()).distinct().toList();
    }

    /** A line for each, for people; empty if there is nothing to say. */
    @Override
    public String toString() {
        return Stream.of(
                        created.stream().map(topic -> "created topic '" + topic + "'"),
                        altered.stream()
                                .map(was -> "altered topic '" + was.topic() + "': " + was.setting() + " was "
                                        + was.found() + ", is " + was.said()),
                        differences.stream().map(TopicDifference::toString))
                .flatMap(lines -> lines)
                .collect(Collectors.joining(System.lineSeparator()));
    }
}
