package io.tidings.compat.rule.document;

import io.tidings.compat.diff.DocumentChange.BindingChanged;
import io.tidings.compat.rule.Bump;
import io.tidings.compat.rule.Grid;
import io.tidings.compat.rule.Rule;
import io.tidings.compat.rule.RuleInfo;

/** A binding or extension changed for which there is no rule of its own. */
final class Binding extends Rule<BindingChanged> {

    Binding() {
        super(
                BindingChanged.class,
                new RuleInfo(
                        "binding",
                        "document",
                        "A binding or extension changed for which there is no rule of its own",
                        new Grid("W", "W"),
                        Bump.NONE,
                        "Check by hand whether deployed clients depend on it"));
    }

    @Override
    protected String reason(BindingChanged change) {
        return "changed: bindings of " + change.what();
    }
}
