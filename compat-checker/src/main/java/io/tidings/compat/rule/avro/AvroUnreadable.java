package io.tidings.compat.rule.avro;

import io.tidings.compat.diff.MessageChange.PayloadChanged;
import io.tidings.compat.rule.Bump;
import io.tidings.compat.rule.Grid;
import io.tidings.compat.rule.Rule;
import io.tidings.compat.rule.RuleInfo;
import io.tidings.compat.rule.Unreadable;

/** The schemas do not read each other, for a reason that no other rule names. */
final class AvroUnreadable extends Rule<PayloadChanged> {

    AvroUnreadable() {
        super(
                PayloadChanged.class,
                new RuleInfo(
                        "avro-unreadable",
                        "avro",
                        "The schemas do not read each other, for a reason that no other rule names",
                        new Grid("M", "M"),
                        Bump.MAJOR,
                        "Compare with tidings can-read in both directions"));
    }

    @Override
    protected boolean fires(PayloadChanged change) {
        return !change.forward().compatible() || !change.backward().compatible();
    }

    @Override
    protected Grid grid(PayloadChanged change) {
        String send = change.forward().compatible() ? change.backward().compatible() ? "m" : "m/M" : "M";
        return new Grid(send, change.backward().compatible() ? "m" : "M");
    }

    @Override
    protected String reason(PayloadChanged change) {
        return (change.forward().compatible()
                        ? ""
                        : "old readers cannot read new data: " + Unreadable.why(change.forward()))
                + (change.forward().compatible() || change.backward().compatible() ? "" : "; ")
                + (change.backward().compatible()
                        ? ""
                        : "new readers cannot read old data: " + Unreadable.why(change.backward()));
    }
}
