package io.tidings.replication.internal.driver;

import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * What a driver needs to know of a view.
 *
 * @param view for people
 * @param name of this generation: the view, the fingerprint of its definition, and a number if it was built anew since; stores,
 *     groups and directories are named after it
 * @param inputs the logs that feed it, each of another topic
 * @param persistent on disk, or on the heap
 * @param order how keys are kept in order
 * @param indexer which index entries a row has
 */
public record Replica(
        String view, String name, List<Input> inputs, boolean persistent, KeyOrder order, Indexer indexer) {

    public Replica {
        inputs = List.copyOf(inputs);
    }

    public SortedSet<String> topics() {
        return inputs.stream().map(Input::topic).collect(Collectors.toCollection(TreeSet::new));
    }

    /**
     * The input of a topic.
     *
     * @throws IllegalArgumentException if it has none
     */
    public Input input(String topic) {
        return inputs.stream()
                .filter(input -> input.topic().equals(topic))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("View '" + view + "' is not fed by " + topic));
    }
}
