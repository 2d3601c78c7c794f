package io.tidings.compat.avro;

import io.tidings.compat.avro.Demand.Local;
import java.util.List;
import org.apache.avro.LogicalType;
import org.apache.avro.LogicalTypes.Decimal;
import org.apache.avro.Schema;
import org.jspecify.annotations.Nullable;

/** Whether the raw value means the same to both sides, which schema resolution does not ask. */
final class LogicalTypesMatch {

    private LogicalTypesMatch() {}

    static List<Local> findings(Schema reader, Schema writer) {
        String read = name(reader);
        String written = name(writer);
        if (read == null && written == null) {
            return List.of();
        }
        if (read == null || written == null) {
            return List.of(new Local(
                    ReadRule.LOGICAL_TYPE_ABSENT,
                    "the writer's " + TypeNames.of(writer) + " is read as " + TypeNames.of(reader)));
        }
        if (!read.equals(written)) {
            return List.of(new Local(
                    ReadRule.LOGICAL_TYPE, "the writer's " + written + " would be read as the reader's " + read));
        }
        return reader.getLogicalType() instanceof Decimal to && writer.getLogicalType() instanceof Decimal from
                ? decimals(to, from)
                : List.of();
    }

    private static List<Local> decimals(Decimal reader, Decimal writer) {
        if (reader.getScale() != writer.getScale()) {
            return List.of(new Local(
                    ReadRule.DECIMAL_SCALE,
                    "the writer's decimals have scale " + writer.getScale() + ", the reader's " + reader.getScale()));
        }
        if (reader.getPrecision() < writer.getPrecision()) {
            return List.of(new Local(
                    ReadRule.DECIMAL_PRECISION,
                    "the writer's decimals have up to " + writer.getPrecision() + " digits, the reader's "
                            + reader.getPrecision()));
        }
        return List.of();
    }

    /** The logical type in force. An invalid one is ignored (specification, "Logical Types"); an unknown one is not: */
    private static @Nullable String name(Schema schema) {
        LogicalType known = schema.getLogicalType();
        if (known != null) {
            return known.getName();
        }
        // people name their own, and two of their own are as different as two of Avro's.
        String written = schema.getProp("logicalType");
        return written == null || KnownLogicalTypes.contains(written) ? null : written;
    }
}
