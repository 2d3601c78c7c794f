package io.tidings.codegen.migration;

import io.tidings.asyncapi.diagnostic.Diagnostic;
import java.util.List;

/**
 * What stands between two versions of a document.
 *
 * @param packageName where casters are generated
 * @param casters in the order of the newer document's messages, up before down
 * @param diagnostics what cannot be generated, in {@link Diagnostic#ORDER}
 */
public record MigrationPlan(String packageName, List<CasterPlan> casters, List<Diagnostic> diagnostics) {

    public MigrationPlan {
        casters = List.copyOf(casters);
        diagnostics = diagnostics.stream().sorted(Diagnostic.ORDER).distinct().toList();
    }
}
