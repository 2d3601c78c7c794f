package io.tidings.compat.rule;

import java.util.List;

/** Rules about {@code x-tidings.sunset}: the day until which others were promised to be served. */
public final class SunsetRules {

    public static final RuleInfo BROKEN = rule(
            "sunset-broken",
            "A channel breaks before the sunset that was promised for it",
            "Serve the old channel beside the new one until its sunset, in this document or in one that --beside names");
    public static final RuleInfo EARLIER = rule(
            "sunset-earlier",
            "A sunset was moved to an earlier day",
            "Leave the sunset where it was, or ask those who planned by it");
    public static final RuleInfo PASSED = rule(
            "sunset-passed",
            "A sunset has passed, and what it was promised for is still there",
            "Remove it with the next MAJOR version, or name a later day");

    static final List<RuleInfo> ALL = List.of(BROKEN, EARLIER, PASSED);

    private SunsetRules() {}

    private static RuleInfo rule(String id, String summary, String hint) {
        return RuleInfo.ofGate(id, "sunset", summary, hint);
    }
}
