package io.tidings.replication.internal.generations;

import io.tidings.messaging.owner.Drift;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a view's generations.
 *
 * @param current the one that answers
 * @param next the one that is built; null if none is
 * @param retired those that are not wholly removed yet
 * @param differences what keeps the next one from taking its place: keys on which it does not agree with the current one
 */
public record GenerationStatus(String current, @Nullable String next, List<String> retired, List<Drift> differences) {

    static GenerationStatus of(Manifest manifest, List<Drift> differences) {
        Generation current = manifest.current();
        Generation next = manifest.next();
        return new GenerationStatus(
                current == null ? "" : current.name(),
                next == null ? null : next.name(),
                manifest.retired().stream().map(Generation::name).toList(),
                differences);
    }
}
