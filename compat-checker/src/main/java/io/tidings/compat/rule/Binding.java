package io.tidings.compat.rule;

import io.tidings.compat.diff.DocumentChange.BindingChanged;

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
    String reason(BindingChanged change) {
        return "changed: bindings of " + change.what();
    }
}
