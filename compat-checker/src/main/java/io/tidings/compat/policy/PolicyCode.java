package io.tidings.compat.policy;

import java.util.Locale;

/** What can be wrong with a policy beyond its form. */
public enum PolicyCode {
    POLICY_RULE_UNKNOWN("The settings of the check name a rule that does not exist"),
    POLICY_RULE_FIRM("The settings of the check name a rule that is about suppressions themselves"),
    POLICY_RULE_TWICE("The settings of the check say twice how much a rule counts"),
    POLICY_COUNTS("A rule cannot count that much"),
    POLICY_REASON_MISSING("A rule counts less than it says itself, or is suppressed, and no reason is given"),
    POLICY_UNTIL("The last day of a suppression is not a date");

    private final String summary;

    PolicyCode(String summary) {
        this.summary = summary;
    }

    /** Stable, kebab-case. */
    public String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** One sentence without a full stop. */
    public String summary() {
        return summary;
    }
}
