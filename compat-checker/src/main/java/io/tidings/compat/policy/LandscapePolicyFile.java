package io.tidings.compat.policy;

import io.tidings.asyncapi.diagnostic.Diagnostic;
import io.tidings.asyncapi.diagnostic.Diagnostics;
import io.tidings.asyncapi.diagnostic.Severity;
import io.tidings.asyncapi.source.Node;
import io.tidings.asyncapi.source.Node.ObjectNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The part {@code system} of a settings file. What is wrong in it is told all at once, and then nothing of it counts.
 *
 * @param policy empty where something is wrong
 * @param diagnostics what is wrong
 */
public record LandscapePolicyFile(Optional<LandscapePolicy> policy, List<Diagnostic> diagnostics) {

    public LandscapePolicyFile {
        diagnostics = List.copyOf(diagnostics);
    }

    /**
     * Reads it.
     *
     * @param ids of the rules of a landscape
     * @param firm those among them that stand as they are
     */
    public static LandscapePolicyFile read(Path file, List<String> ids, Set<String> firm) {
        Diagnostics diagnostics = new Diagnostics();
        PolicyEntries entries = new PolicyEntries(diagnostics, new PolicyEntries.Known("a landscape", ids, firm));
        LandscapePolicy policy = PolicyFile.root(file, diagnostics)
                .flatMap(settings -> settings.object("system"))
                .map(system -> policy(system, entries))
                .orElse(LandscapePolicy.NONE);
        List<Diagnostic> all = diagnostics.all();
        return new LandscapePolicyFile(
                all.stream().anyMatch(Diagnostic::isError) ? Optional.empty() : Optional.of(policy), all);
    }

    private static LandscapePolicy policy(ObjectNode system, PolicyEntries entries) {
        Map<String, Optional<Severity>> weights = new HashMap<>();
        Map<String, Node> seen = new HashMap<>();
        PolicyFile.items(system, "rules")
                .forEach(entry -> entries.weight(entry, seen)
                        .ifPresent(weight -> weights.put(entry.string("rule").orElse(""), severity(weight))));
        List<Suppression> suppressions = new ArrayList<>();
        PolicyFile.items(system, "suppressions")
                .forEach(entry ->
                        entries.suppression(entry, PolicyFile.matching(entry)).ifPresent(suppressions::add));
        return new LandscapePolicy(suppressions, weights);
    }

    private static Optional<Severity> severity(String label) {
        return label.equals("off") ? Optional.empty() : Optional.of(Severity.valueOf(label.toUpperCase(Locale.ROOT)));
    }
}
