package io.tidings.compat.rule;

import java.util.List;

/** Rules about suppressions: an exception that nobody needs any more hides the next mistake. */
public final class SuppressionRules {

    public static final RuleInfo STALE = rule(
            "suppression-stale",
            "A suppression matches no finding",
            "Remove the suppression, or correct what it matches");
    public static final RuleInfo EXPIRED = rule(
            "suppression-expired",
            "A suppression has expired, so what it matches counts again",
            "Mend what was suppressed, or decide anew until when it may stay");

    static final List<RuleInfo> ALL = List.of(STALE, EXPIRED);

    private SuppressionRules() {}

    private static RuleInfo rule(String id, String summary, String hint) {
        return RuleInfo.ofGate(id, "suppression", summary, hint);
    }
}
