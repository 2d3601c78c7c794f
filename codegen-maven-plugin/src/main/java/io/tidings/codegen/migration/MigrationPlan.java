package io.tidings.codegen.migration;

import io.tidings.asyncapi.diagnostic.Diagnostic;
import java.util.List;

/**
 * What stands between two versions of a document.
 *
 * @param packageName where casters are generated
 * @param casters in the order of the newer document's messages, up before down
 * @param publishers what writes both versions, in the order of the newer document's operations
 * @param subscribers what reads both versions, in the same order
 * @param diagnostics what cannot be generated, in {@link Diagnostic#ORDER}
 */
public record MigrationPlan(
        String packageName,
        List<CasterPlan> casters,
        List<MigratingPublisher> publishers,
        List<MigratingSubscriber> subscribers,
        List<Diagnostic> diagnostics) {

    public MigrationPlan {
        casters = List.copyOf(casters);
        publishers = List.copyOf(publishers);
        subscribers = List.copyOf(subscribers);
        diagnostics = diagnostics.stream().sorted(Diagnostic.ORDER).distinct().toList();
    }

    /** Whether nothing is to be generated. */
    public boolean isEmpty() {
        return casters.isEmpty() && publishers.isEmpty() && subscribers.isEmpty();
    }
}
