package io.tidings.replication;

import io.tidings.messaging.owner.Drift;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The stores of a view on this instance.
 *
 * @param current the one that answers
 * @param next the one that is built to take its place; null if none is
 * @param retired those of which not everything is removed yet, since other instances use it or may come back to it
 * @param differences what keeps the next one from taking over although it has caught up: keys on which the two do not agree, with
 *     the current one's version as the owner's
 */
public record Generations(String current, @Nullable String next, List<String> retired, List<Drift> differences) {

    public Generations {
        retired = List.copyOf(retired);
        differences = List.copyOf(differences);
    }
}
