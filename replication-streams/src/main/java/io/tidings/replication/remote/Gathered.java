package io.tidings.replication.remote;

import io.tidings.replication.Freshness;
import java.util.List;
import java.util.Set;

/**
 * Rows from all instances that hold a part of a view.
 *
 * @param entries in the order of their keys; each key once
 * @param more whether there are more, behind the last of these
 * @param from the instances, as {@code host:port}
 * @param standby partitions for which one answered that only follows them: it may be any time behind
 * @param freshness over all of them: the oldest
 */
public record Gathered<K, V>(
        List<Entry<K, V>> entries, boolean more, Set<String> from, Set<Integer> standby, Freshness freshness) {

    public Gathered {
        entries = List.copyOf(entries);
        from = Set.copyOf(from);
        standby = Set.copyOf(standby);
    }
}
