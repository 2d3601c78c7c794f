package io.tidings.codegen.plan;

import io.tidings.codegen.plan.Coding.Simple;
import org.apache.avro.LogicalType;
import org.apache.avro.LogicalTypes.Decimal;
import org.apache.avro.Schema;
import org.jspecify.annotations.Nullable;

/** The logical types that Avro's compiler gives Java types of their own; the others travel and are held as what is below. */
final class LogicalCoding {

    private LogicalCoding() {}

    static @Nullable Coding of(Schema schema) {
        LogicalType type = schema.getLogicalType();
        if (type instanceof Decimal decimal) {
            return schema.getType() == Schema.Type.FIXED
                    ? new Coding.DecimalFixed(schema.getFixedSize(), decimal.getPrecision(), decimal.getScale())
                    : new Coding.DecimalBytes(decimal.getPrecision(), decimal.getScale());
        }
        return type == null
                ? null
                : switch (type.getName()) {
                    case "date" -> Simple.DATE;
                    case "time-millis" -> Simple.TIME_MILLIS;
                    case "time-micros" -> Simple.TIME_MICROS;
                    case "timestamp-millis" -> Simple.TIMESTAMP_MILLIS;
                    case "timestamp-micros" -> Simple.TIMESTAMP_MICROS;
                    case "timestamp-nanos" -> Simple.TIMESTAMP_NANOS;
                    case "local-timestamp-millis" -> Simple.LOCAL_TIMESTAMP_MILLIS;
                    case "local-timestamp-micros" -> Simple.LOCAL_TIMESTAMP_MICROS;
                    case "local-timestamp-nanos" -> Simple.LOCAL_TIMESTAMP_NANOS;
                    case "uuid" -> schema.getType() == Schema.Type.FIXED ? Simple.UUID_FIXED : Simple.UUID;
                    default -> null;
                };
    }
}
