package io.tidings.compat.rule;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Rules about what surrounds the changes: the version's number, promises of time, a team's own exceptions. They require no
 * step of the version; each is an error, a warning where the finding says so, or a note.
 */
public final class GateRules {

    private static final List<RuleInfo> ALL = Stream.of(
                    VersionRules.ALL, SunsetRules.ALL, SuppressionRules.ALL, RegistryRules.ALL, BaseRules.ALL)
            .flatMap(List::stream)
            .toList();
    private static final Set<String> NOTES = Set.of(SunsetRules.PASSED.id());

    private GateRules() {}

    public static List<RuleInfo> all() {
        return ALL;
    }

    /** The rule of this id; empty where it is one about changes, or none. */
    public static Optional<RuleInfo> of(String id) {
        return ALL.stream().filter(rule -> rule.id().equals(id)).findFirst();
    }

    /** Whether a finding of this rule is about the gate, not about a change. */
    public static boolean contain(String id) {
        return of(id).isPresent();
    }

    /** Whether a finding of this rule only tells: it never fails a check. */
    public static boolean isNote(String id) {
        return NOTES.contains(id);
    }
}
