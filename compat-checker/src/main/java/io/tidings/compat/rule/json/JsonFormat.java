package io.tidings.compat.rule.json;

import io.tidings.compat.diff.JsonChange.FormatChanged;
import io.tidings.compat.diff.JsonChange.Sense;
import io.tidings.compat.rule.Bump;
import io.tidings.compat.rule.Grid;
import io.tidings.compat.rule.Rule;
import io.tidings.compat.rule.RuleInfo;

/** What a value is meant to be changed: its format, encoding or discriminator. */
final class JsonFormat extends Rule<FormatChanged> {

    JsonFormat() {
        super(
                FormatChanged.class,
                new RuleInfo(
                        "json-format",
                        "json",
                        "What a value is meant to be changed: its format, encoding or discriminator",
                        new Grid("M", "M"),
                        Bump.MAJOR,
                        "Add a second property of the new format"));
    }

    @Override
    protected Grid grid(FormatChanged change) {
        String send = change.forward() == Sense.SAME && change.backward() == Sense.SAME ? "m" : "m+W";
        String receive = change.backward() == Sense.SAME ? "m" : "m+W";
        return new Grid(
                change.forward() == Sense.OTHER ? "M" : change.backward() == Sense.OTHER ? send + "/M" : send,
                change.backward() == Sense.OTHER ? "M" : receive);
    }

    @Override
    protected String reason(FormatChanged change) {
        Grid grid = grid(change);
        boolean breaks = grid.impact(change.at().scope(), Bump.NONE).wire() == Bump.MAJOR;
        boolean warns = grid.impact(change.at().scope(), Bump.NONE).warning();
        return change.what()
                + (breaks
                        ? ": who reads the one cannot read the other"
                        : warns ? ": readers that check or parse by it may refuse values of the other side" : "");
    }
}
