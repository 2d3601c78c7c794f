package io.tidings.compat.rule;

import java.util.List;
import java.util.Set;

/** Rules about {@code info.version}: they compare what the document declares with what its changes require. */
public final class VersionRules {

    public static final RuleInfo UNCHANGED = rule(
            "version-unchanged", "The document changed and its version did not", "Raise info.version as suggested");
    public static final RuleInfo DECREASED = rule(
            "version-decreased",
            "The version is lower than that of the newest base",
            "Raise info.version above the newest base's");
    public static final RuleInfo UNDER_BUMPED = rule(
            "version-under-bumped",
            "The version was raised less than the changes require",
            "Raise info.version as suggested, or undo the changes that require it");
    public static final RuleInfo OVER_BUMPED = rule(
            "version-over-bumped",
            "The version was raised more than the changes require",
            "A smaller step would tell consumers that they need not act");
    public static final RuleInfo NOT_SEMANTIC = rule(
            "version-not-semantic",
            "The version is not a semantic version, so no step can be told from it",
            "Write info.version as MAJOR.MINOR.PATCH (semver.org 2.0.0); where it is the base's and published, suppress this"
                    + " until the next version is out");

    /** Those that say that the number promises too little. */
    public static final Set<String> TOO_LOW = Set.of(UNCHANGED.id(), DECREASED.id(), UNDER_BUMPED.id());

    static final List<RuleInfo> ALL = List.of(UNCHANGED, DECREASED, UNDER_BUMPED, OVER_BUMPED, NOT_SEMANTIC);

    private VersionRules() {}

    private static RuleInfo rule(String id, String summary, String hint) {
        return RuleInfo.ofGate(id, "version", summary, hint);
    }
}
