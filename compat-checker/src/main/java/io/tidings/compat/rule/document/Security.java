package io.tidings.compat.rule.document;

import io.tidings.compat.diff.DocumentChange.SecurityChanged;
import io.tidings.compat.rule.Bump;
import io.tidings.compat.rule.Grid;
import io.tidings.compat.rule.Rule;
import io.tidings.compat.rule.RuleInfo;

/** What clients must present changed. */
final class Security extends Rule<SecurityChanged> {

    Security() {
        super(
                SecurityChanged.class,
                new RuleInfo(
                        "security",
                        "document",
                        "What clients must present changed",
                        new Grid("M", "M"),
                        Bump.NONE,
                        "Accept the old credentials until all clients have the new ones"));
    }

    @Override
    protected String reason(SecurityChanged change) {
        return "the security of " + change.what() + " changed: deployed clients present what they used to";
    }
}
