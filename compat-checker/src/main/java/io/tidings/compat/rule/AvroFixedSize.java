package io.tidings.compat.rule;

import io.tidings.compat.diff.AvroChange.FixedSizeChanged;

/** The size of a fixed changed. */
final class AvroFixedSize extends Rule<FixedSizeChanged> {

    AvroFixedSize() {
        super(
                FixedSizeChanged.class,
                new RuleInfo(
                        "avro-fixed-size",
                        "avro",
                        "The size of a fixed changed",
                        new Grid("M", "M"),
                        Bump.MAJOR,
                        "Add a fixed of another name"));
    }

    @Override
    String reason(FixedSizeChanged change) {
        return "the size changed from " + change.from() + " to " + change.to() + " bytes: neither side reads the other";
    }
}
