package io.tidings.codegen.emit;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.TypeName;
import io.tidings.codegen.plan.Coding;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** As what Java holds values: the types in the record classes that Avro's compiler writes. */
final class CodingTypes {

    private CodingTypes() {}

    /** The type of a value as an object. */
    static TypeName of(Coding coding) {
        if (coding instanceof Coding.Simple simple) {
            return ClassName.get(classOf(simple));
        } else if (coding instanceof Coding.Nothing) {
            return ClassName.get(Void.class);
        } else if (coding instanceof Coding.DecimalBytes || coding instanceof Coding.DecimalFixed) {
            return ClassName.get(BigDecimal.class);
        } else if (coding instanceof Coding.Fixed fixed) {
            return Types.of(fixed.type());
        } else if (coding instanceof Coding.Symbol symbol) {
            return Types.of(symbol.type());
        } else if (coding instanceof Coding.Nested nested) {
            return Types.of(nested.type());
        } else if (coding instanceof Coding.Existing existing) {
            return Types.of(existing.type());
        } else if (coding instanceof Coding.Items items) {
            return Types.generic(ClassName.get(List.class), of(items.item()));
        } else if (coding instanceof Coding.Entries entries) {
            return Types.generic(ClassName.get(Map.class), of(entries.key()), of(entries.value()));
        } else if (coding instanceof Coding.Maybe maybe) {
            return of(maybe.value());
        }
        return ClassName.OBJECT;
    }

    private static Class<?> classOf(Coding.Simple simple) {
        return switch (simple) {
            case BOOLEAN -> Boolean.class;
            case INT -> Integer.class;
            case LONG -> Long.class;
            case FLOAT -> Float.class;
            case DOUBLE -> Double.class;
            case BYTES -> ByteBuffer.class;
            case STRING -> String.class;
            case UTF8 -> org.apache.avro.util.Utf8.class;
            case CHAR_SEQUENCE -> CharSequence.class;
            case DATE -> LocalDate.class;
            case TIME_MILLIS, TIME_MICROS -> LocalTime.class;
            case TIMESTAMP_MILLIS, TIMESTAMP_MICROS, TIMESTAMP_NANOS -> Instant.class;
            case LOCAL_TIMESTAMP_MILLIS, LOCAL_TIMESTAMP_MICROS, LOCAL_TIMESTAMP_NANOS -> LocalDateTime.class;
            case UUID, UUID_FIXED -> UUID.class;
        };
    }

    /** What the runtime's methods for it are called, after {@code read} or {@code write}. */
    static String suffix(Coding.Simple simple) {
        return switch (simple) {
            case BOOLEAN -> "Boolean";
            case INT -> "Int";
            case LONG -> "Long";
            case FLOAT -> "Float";
            case DOUBLE -> "Double";
            case BYTES -> "Bytes";
            case STRING -> "String";
            case UTF8, CHAR_SEQUENCE -> "Utf8";
            case DATE -> "Date";
            case TIME_MILLIS -> "TimeMillis";
            case TIME_MICROS -> "TimeMicros";
            case TIMESTAMP_MILLIS -> "TimestampMillis";
            case TIMESTAMP_MICROS -> "TimestampMicros";
            case TIMESTAMP_NANOS -> "TimestampNanos";
            case LOCAL_TIMESTAMP_MILLIS -> "LocalTimestampMillis";
            case LOCAL_TIMESTAMP_MICROS -> "LocalTimestampMicros";
            case LOCAL_TIMESTAMP_NANOS -> "LocalTimestampNanos";
            case UUID -> "Uuid";
            case UUID_FIXED -> "UuidFixed";
        };
    }
}
