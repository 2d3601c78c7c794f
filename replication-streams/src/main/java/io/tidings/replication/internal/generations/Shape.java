package io.tidings.replication.internal.generations;

import java.util.List;

/**
 * What must be remembered of a definition, so that a later one can tell what its rows are.
 *
 * @param fingerprint of all that decides which rows come out
 * @param driver who keeps them
 * @param lasting whether anything is left of them when the process ends
 * @param schema of the rows, as Avro's JSON
 * @param feeds what feeds it, each as text that is equal if what it does to rows is
 * @param indexes by number, name and type
 */
public record Shape(
        String fingerprint, String driver, boolean lasting, String schema, List<String> feeds, List<String> indexes) {

    public Shape {
        feeds = List.copyOf(feeds);
        indexes = List.copyOf(indexes);
    }
}
