package io.tidings.compat.diff;

import java.util.function.Consumer;
import org.apache.avro.LogicalTypes.Decimal;
import org.apache.avro.Schema;
import org.jspecify.annotations.Nullable;

/** Compares the logical types of two types. */
final class LogicalTypeDifference {

    private LogicalTypeDifference() {}

    static void compare(Schema from, Schema to, At at, Consumer<Change> found) {
        String before = name(from);
        String now = name(to);
        if (before == null && now != null) {
            found.accept(new AvroChange.LogicalTypePresence(at, now, true));
        } else if (before != null && now == null) {
            found.accept(new AvroChange.LogicalTypePresence(at, before, false));
        } else if (before != null && now != null && !before.equals(now)) {
            found.accept(new AvroChange.LogicalTypeChanged(at, before, now));
        } else if (from.getLogicalType() instanceof Decimal was && to.getLogicalType() instanceof Decimal is) {
            if (was.getScale() != is.getScale()) {
                found.accept(new AvroChange.DecimalScaleChanged(at, was.getScale(), is.getScale()));
            }
            if (was.getPrecision() != is.getPrecision()) {
                found.accept(new AvroChange.DecimalPrecisionChanged(at, was.getPrecision(), is.getPrecision()));
            }
        }
    }

    private static @Nullable String name(Schema schema) {
        return schema.getProp("logicalType");
    }
}
