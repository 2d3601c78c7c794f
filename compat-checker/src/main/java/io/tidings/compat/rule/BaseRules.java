package io.tidings.compat.rule;

import java.util.List;

/** Rules about what a document is compared with: where nothing was compared, nothing was checked. */
public final class BaseRules {

    public static final RuleInfo EMPTY = rule(
            "base-empty",
            "A base is a pattern, and nothing matches it, so that nothing was compared",
            "Correct the pattern, fetch what it should match, or leave it out until there is a first release");
    /** Said of one of several documents: no report of a check has it, and nobody can weigh it. */
    public static final RuleInfo UNUSABLE = rule(
            "base-unusable",
            "A base cannot be read, so that nothing can be said of the document",
            "Correct the base, or what it names");

    static final List<RuleInfo> ALL = List.of(EMPTY);

    private BaseRules() {}

    private static RuleInfo rule(String id, String summary, String hint) {
        return RuleInfo.ofGate(id, "base", summary, hint);
    }
}
