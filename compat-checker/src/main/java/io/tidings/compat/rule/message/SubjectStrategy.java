package io.tidings.compat.rule.message;

import io.tidings.compat.diff.MessageChange.LookupStrategyChanged;
import io.tidings.compat.rule.Bump;
import io.tidings.compat.rule.Grid;
import io.tidings.compat.rule.Rule;
import io.tidings.compat.rule.RuleInfo;

/** Schemas are found under another subject. */
final class SubjectStrategy extends Rule<LookupStrategyChanged> {

    SubjectStrategy() {
        super(
                LookupStrategyChanged.class,
                new RuleInfo(
                        "subject-strategy",
                        "message",
                        "Schemas are found under another subject",
                        new Grid("M", "M"),
                        Bump.NONE,
                        "Register the schemas under both subjects"));
    }

    @Override
    protected String reason(LookupStrategyChanged change) {
        return "the lookup strategy changed from " + change.from() + " to " + change.to()
                + ": deployed clients look under the old subject";
    }
}
