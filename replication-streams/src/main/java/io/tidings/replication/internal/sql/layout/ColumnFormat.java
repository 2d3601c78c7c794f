package io.tidings.replication.internal.sql.layout;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.function.Function;
import org.apache.avro.Conversions;
import org.apache.avro.LogicalType;
import org.apache.avro.LogicalTypes;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericFixed;
import org.jspecify.annotations.Nullable;

/**
 * How values of an Avro schema stand in a column.
 *
 * @param type the column's
 * @param conversion of a generic value without logical type, null excepted, to what {@link SqlType#travelling} carries; throws
 *     {@link UnfitValueException}
 */
record ColumnFormat(SqlType type, Function<Object, Object> conversion) {

    private static final int UUID_BYTES = 16;
    private static final long MICROS_PER_SECOND = 1_000_000;
    /** What PostgreSQL's timestamps and dates can say (its manual, 8.5). */
    private static final int FIRST_YEAR = -4712;

    private static final int LAST_YEAR = 294_275;
    private static final int LAST_YEAR_OF_DATES = 5_874_896;

    Object convert(Object value) {
        return conversion.apply(value);
    }

    static ColumnFormat of(Schema schema) {
        LogicalType logical = schema.getLogicalType();
        if (logical != null) {
            ColumnFormat format = logical(schema, logical);
            if (format != null) {
                return format;
            }
        }
        return switch (schema.getType()) {
            case STRING, ENUM -> new ColumnFormat(SqlType.TEXT, value -> text(value.toString()));
            case INT -> new ColumnFormat(SqlType.INTEGER, value -> value);
            case LONG -> new ColumnFormat(SqlType.BIGINT, value -> value);
            case FLOAT -> new ColumnFormat(SqlType.REAL, value -> value);
            case DOUBLE -> new ColumnFormat(SqlType.DOUBLE, value -> value);
            case BOOLEAN -> new ColumnFormat(SqlType.BOOLEAN, value -> value);
            case BYTES, FIXED -> new ColumnFormat(SqlType.BYTEA, ColumnFormat::bytes);
            case UNION -> union(schema);
            default -> json(schema);
        };
    }

    /** A column may be null anyway; what may be several things is told apart in JSON. */
    private static ColumnFormat union(Schema schema) {
        List<Schema> branches = schema.getTypes().stream()
                .filter(branch -> branch.getType() != Schema.Type.NULL)
                .toList();
        return branches.size() == 1 ? of(branches.get(0)) : json(schema);
    }

    private static ColumnFormat json(Schema schema) {
        return new ColumnFormat(SqlType.JSONB, value -> PlainJson.of(schema, value));
    }

    private static @Nullable ColumnFormat logical(Schema schema, LogicalType logical) {
        return switch (logical.getName()) {
            case "date" -> new ColumnFormat(SqlType.DATE, value -> date((Integer) value));
            case "time-millis" -> new ColumnFormat(SqlType.TIME, value -> time((Integer) value * 1_000L));
            case "time-micros" -> new ColumnFormat(SqlType.TIME, value -> time((Long) value));
            case "timestamp-millis", "timestamp-micros", "timestamp-nanos" ->
                new ColumnFormat(SqlType.TIMESTAMPTZ, value -> moment(logical, (Long) value, "+00"));
            case "local-timestamp-millis", "local-timestamp-micros", "local-timestamp-nanos" ->
                new ColumnFormat(SqlType.TIMESTAMP, value -> moment(logical, (Long) value, ""));
            case "uuid" -> new ColumnFormat(SqlType.UUID, ColumnFormat::uuid);
            case "decimal" -> decimal((LogicalTypes.Decimal) logical);
            case "big-decimal" -> new ColumnFormat(SqlType.NUMERIC, value -> bigDecimal(schema, logical, value));
            default -> null;
        };
    }

    private static ColumnFormat decimal(LogicalTypes.Decimal decimal) {
        int scale = decimal.getScale();
        return new ColumnFormat(SqlType.NUMERIC, value -> {
            byte[] unscaled = bytes(value);
            if (unscaled.length == 0) {
                throw new UnfitValueException("a decimal of no bytes");
            }
            return new BigDecimal(new BigInteger(unscaled), scale).toPlainString();
        });
    }

    private static String bigDecimal(Schema schema, LogicalType logical, Object value) {
        try {
            return new Conversions.BigDecimalConversion()
                    .fromBytes(ByteBuffer.wrap(bytes(value)), schema, logical)
                    .toPlainString();
        } catch (RuntimeException e) {
            throw new UnfitValueException("bytes that are no big-decimal");
        }
    }

    static byte[] bytes(Object value) {
        if (value instanceof GenericFixed fixed) {
            return fixed.bytes();
        }
        ByteBuffer buffer = ((ByteBuffer) value).duplicate();
        byte[] bytes = new byte[buffer.remaining()];
        buffer.get(bytes);
        return bytes;
    }

    /** The one character that PostgreSQL's text has not, nor its jsonb. */
    static String text(String text) {
        if (text.indexOf('\0') >= 0) {
            throw new UnfitValueException("the character U+0000, which text in PostgreSQL cannot hold");
        }
        return text;
    }

    private static String uuid(Object value) {
        if (value instanceof GenericFixed fixed && fixed.bytes().length == UUID_BYTES) {
            ByteBuffer bytes = ByteBuffer.wrap(fixed.bytes());
            return new UUID(bytes.getLong(), bytes.getLong()).toString();
        }
        String text = value.toString();
        try {
            UUID uuid = UUID.fromString(text);
            // Java takes 1-1-1-1-1 for one too.
            if (uuid.toString().equals(text.toLowerCase(Locale.ROOT))) {
                return text;
            }
        } catch (IllegalArgumentException e) {
            throw new UnfitValueException("'" + text + "', which is no UUID");
        }
        throw new UnfitValueException("'" + text + "', which is no UUID");
    }

    private static String date(int days) {
        return stamp(LocalDate.ofEpochDay(days), "", LAST_YEAR_OF_DATES);
    }

    private static String time(long micros) {
        try {
            return LocalTime.ofNanoOfDay(Math.multiplyExact(micros, 1_000)).toString();
        } catch (DateTimeException | ArithmeticException e) {
            throw new UnfitValueException("the time of day " + micros + " µs, which no day has");
        }
    }

    private static String moment(LogicalType logical, long value, String zone) {
        ChronoUnit unit = logical.getName().endsWith("millis")
                ? ChronoUnit.MILLIS
                : logical.getName().endsWith("micros") ? ChronoUnit.MICROS : ChronoUnit.NANOS;
        long perSecond = MICROS_PER_SECOND * 1_000 / unit.getDuration().toNanos();
        long nanos = Math.floorMod(value, perSecond) * unit.getDuration().toNanos();
        // Cut, since PostgreSQL would round the last microsecond of a day into the next one.
        LocalDateTime moment = LocalDateTime.ofInstant(
                Instant.ofEpochSecond(Math.floorDiv(value, perSecond), nanos).truncatedTo(ChronoUnit.MICROS),
                ZoneOffset.UTC);
        return stamp(moment.toLocalDate(), " " + moment.toLocalTime() + zone, LAST_YEAR);
    }

    /** Java writes a sign before years of more than four digits, and a minus where people write BC. */
    private static String stamp(LocalDate date, String rest, int lastYear) {
        int year = date.getYear();
        if (year < FIRST_YEAR || year > lastYear) {
            throw new UnfitValueException("a moment in the year " + year + ", which PostgreSQL does not know");
        }
        String iso = date.toString();
        String inYear = iso.substring(iso.length() - "-12-31".length());
        boolean christian = year > 0;
        return String.format(Locale.ROOT, "%04d", christian ? year : 1 - year)
                + inYear
                + rest
                + (christian ? "" : " BC");
    }
}
