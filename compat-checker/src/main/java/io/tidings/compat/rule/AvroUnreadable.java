package io.tidings.compat.rule;

import io.tidings.compat.diff.MessageChange.PayloadChanged;

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
    boolean fires(PayloadChanged change) {
        return !change.forward().compatible() || !change.backward().compatible();
    }

    @Override
    Grid grid(PayloadChanged change) {
        String send = change.forward().compatible() ? change.backward().compatible() ? "m" : "m/M" : "M";
        return new Grid(send, change.backward().compatible() ? "m" : "M");
    }

    @Override
    String reason(PayloadChanged change) {
        return (change.forward().compatible()
                        ? ""
                        : "old readers cannot read new data: " + Unreadable.why(change.forward()))
                + (change.forward().compatible() || change.backward().compatible() ? "" : "; ")
                + (change.backward().compatible()
                        ? ""
                        : "new readers cannot read old data: " + Unreadable.why(change.backward()));
    }
}
