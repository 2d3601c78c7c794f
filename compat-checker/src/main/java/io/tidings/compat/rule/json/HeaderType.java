package io.tidings.compat.rule.json;

import io.tidings.compat.diff.MessageChange.HeaderTypeChanged;
import io.tidings.compat.rule.Bump;
import io.tidings.compat.rule.Grid;
import io.tidings.compat.rule.Rule;
import io.tidings.compat.rule.RuleInfo;

/** The schema of a header changed. */
final class HeaderType extends Rule<HeaderTypeChanged> {

    HeaderType() {
        super(
                HeaderTypeChanged.class,
                new RuleInfo(
                        "header-type",
                        "message",
                        "The schema of a header changed",
                        new Grid("M", "M"),
                        Bump.MAJOR,
                        "Add a header of the new type and keep the old one"));
    }

    @Override
    protected Grid grid(HeaderTypeChanged change) {
        return JsonGrids.of(change.reading());
    }

    @Override
    protected Bump source(HeaderTypeChanged change) {
        return change.boundsOnly() ? Bump.NONE : Bump.MAJOR;
    }

    @Override
    protected String reason(HeaderTypeChanged change) {
        String which = change.name().isEmpty() ? "the headers as a whole" : "header " + change.name();
        return "the schema of " + which + " changed" + JsonGrids.effect(change.at(), change.reading());
    }
}
