package io.tidings.codegen.migration;

import io.tidings.codegen.plan.Coding;
import io.tidings.codegen.plan.Coding.Simple;
import io.tidings.compat.avro.Promotion;
import java.util.Objects;
import java.util.Set;
import org.apache.avro.LogicalType;
import org.apache.avro.LogicalTypes.Decimal;
import org.apache.avro.Schema;
import org.jspecify.annotations.Nullable;

/** What becomes of values without parts, wherever nothing of them can be lost. */
final class Leaves {

    /** What Java holds as the same class, the one more exactly than the other. */
    private static final Set<String> FINER = Set.of(
            "time-millis to time-micros",
            "timestamp-millis to timestamp-micros",
            "local-timestamp-millis to local-timestamp-micros");

    private Leaves() {}

    /** Null if something could be lost, or if it means something else. */
    static @Nullable Cast cast(Schema from, Coding held, Schema to) {
        if (from.getLogicalType() instanceof Decimal was && to.getLogicalType() instanceof Decimal is) {
            boolean fits = was.getScale() == is.getScale() && was.getPrecision() <= is.getPrecision();
            return fits ? new Cast.Same() : null;
        }
        String was = logical(from);
        String is = logical(to);
        if (!Objects.equals(was, is)) {
            boolean known = from.getLogicalType() != null && to.getLogicalType() != null;
            return known && FINER.contains(was + " to " + is) ? new Cast.Same() : null;
        }
        if ((held == Simple.UUID || held == Simple.UUID_FIXED) && to.getLogicalType() != null) {
            return new Cast.Same();
        }
        if (from.getType() != to.getType()) {
            return was == null ? promoted(from.getType(), to.getType()) : null;
        }
        return switch (from.getType()) {
            case NULL -> new Cast.Nothing();
            case BOOLEAN, INT, LONG, FLOAT, DOUBLE, STRING -> new Cast.Same();
            case BYTES -> new Cast.Bytes();
            default -> null;
        };
    }

    private static @Nullable Cast promoted(Schema.Type from, Schema.Type to) {
        if (!Promotion.allows(to, from) || Promotion.losesDigits(to, from)) {
            return null;
        }
        return switch (to) {
            case LONG -> new Cast.Widened(Simple.LONG);
            case DOUBLE -> new Cast.Widened(Simple.DOUBLE);
            case BYTES -> new Cast.Bytes();
            default -> null; // bytes need not be text
        };
    }

    /** What values mean: Avro's logical type, or one that somebody made up. */
    private static @Nullable String logical(Schema schema) {
        LogicalType known = schema.getLogicalType();
        return known != null ? known.getName() : schema.getProp("logicalType");
    }
}
