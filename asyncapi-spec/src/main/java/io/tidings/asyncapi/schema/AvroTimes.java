package io.tidings.asyncapi.schema;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import org.apache.avro.LogicalType;
import org.apache.avro.Schema;
import org.jspecify.annotations.Nullable;

/** Dates and times as people write them, ISO 8601, in the place of the numbers that Avro encodes. */
final class AvroTimes {
    private static final Map<String, String> SAMPLES = Map.of(
            "date", "2026-11-22",
            "time-millis", "20:15:00.000",
            "time-micros", "20:15:00.000000",
            "timestamp-millis", "2026-11-22T20:15:00.000Z",
            "timestamp-micros", "2026-11-22T20:15:00.000000Z",
            "timestamp-nanos", "2026-11-22T20:15:00.000000000Z",
            "local-timestamp-millis", "2026-11-22T20:15:00.000",
            "local-timestamp-micros", "2026-11-22T20:15:00.000000",
            "local-timestamp-nanos", "2026-11-22T20:15:00.000000000");

    private AvroTimes() {}

    static boolean known(Schema schema) {
        LogicalType type = schema.getLogicalType();
        return type != null && SAMPLES.containsKey(type.getName());
    }

    private static String nameOf(Schema schema) {
        return schema.getLogicalType().getName();
    }

    static String label(Schema schema) {
        return "a " + nameOf(schema);
    }

    static String hint(Schema schema) {
        return "write it as " + SAMPLES.get(nameOf(schema)) + ", or as the number that is encoded";
    }

    /** The number that Avro encodes; null where the text is no such time. */
    static @Nullable Long parse(Schema schema, String text) {
        try {
            return switch (nameOf(schema)) {
                case "date" -> LocalDate.parse(text).toEpochDay();
                case "time-millis" -> LocalTime.parse(text).toNanoOfDay() / 1_000_000;
                case "time-micros" -> LocalTime.parse(text).toNanoOfDay() / 1_000;
                case "timestamp-millis" -> since(instant(text), ChronoUnit.MILLIS);
                case "timestamp-micros" -> since(instant(text), ChronoUnit.MICROS);
                case "timestamp-nanos" -> since(instant(text), ChronoUnit.NANOS);
                case "local-timestamp-millis" -> since(local(text), ChronoUnit.MILLIS);
                case "local-timestamp-micros" -> since(local(text), ChronoUnit.MICROS);
                default -> since(local(text), ChronoUnit.NANOS);
            };
        } catch (DateTimeException | ArithmeticException e) {
            return null;
        }
    }

    private static Instant instant(String text) {
        return OffsetDateTime.parse(text).toInstant();
    }

    private static Instant local(String text) {
        return LocalDateTime.parse(text).toInstant(ZoneOffset.UTC);
    }

    private static long since(Instant instant, ChronoUnit unit) {
        return unit.between(Instant.EPOCH, instant);
    }
}
