package io.tidings.codegen.contract;

import io.tidings.asyncapi.source.Node;
import io.tidings.asyncapi.source.Node.ObjectNode;
import io.tidings.asyncapi.source.Node.ScalarNode;
import io.tidings.codegen.plan.Coding;
import io.tidings.codegen.plan.Coding.Simple;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.apache.avro.Schema;
import org.jspecify.annotations.Nullable;

/** Samples of values that have no parts. */
final class Scalars {

    private static final Instant MOMENT = Instant.parse("2026-01-02T03:04:05Z");

    private Scalars() {}

    /**
     * A sample of a value.
     *
     * @param name the field's, which text repeats so that a reader sees where it came from
     * @throws Misfit if the example is no such value
     */
    static Sample sample(Coding coding, String name, @Nullable Node example) {
        try {
            if (coding instanceof Coding.Fixed fixed) {
                return new Sample.Fixed(fixed.type(), bytes(example, fixed.size()));
            } else if (coding == Simple.BYTES) {
                return new Sample.Binary(bytes(example, -1));
            } else if (coding instanceof Coding.DecimalBytes decimal) {
                return new Sample.Plain(coding, decimal(decimal.precision(), decimal.scale(), example));
            } else if (coding instanceof Coding.DecimalFixed decimal) {
                return new Sample.Plain(coding, decimal(decimal.precision(), decimal.scale(), example));
            }
            Simple simple = (Simple) coding;
            return new Sample.Plain(
                    coding, example == null ? usual(simple, name) : text(simple, (ScalarNode) checked(example)));
        } catch (DateTimeException | ArithmeticException | IllegalArgumentException | ClassCastException e) {
            throw new Misfit();
        }
    }

    private static String usual(Simple simple, String name) {
        return switch (simple) {
            case BOOLEAN -> "true";
            case INT, LONG -> "1";
            case FLOAT, DOUBLE -> "1.5";
            case STRING, UTF8, CHAR_SEQUENCE -> name + "-1";
            case BYTES -> "";
            case DATE -> LocalDate.ofInstant(MOMENT, ZoneOffset.UTC).toString();
            case TIME_MILLIS, TIME_MICROS ->
                LocalTime.ofInstant(MOMENT, ZoneOffset.UTC).toString();
            case TIMESTAMP_MILLIS, TIMESTAMP_MICROS, TIMESTAMP_NANOS -> MOMENT.toString();
            case LOCAL_TIMESTAMP_MILLIS, LOCAL_TIMESTAMP_MICROS, LOCAL_TIMESTAMP_NANOS ->
                LocalDateTime.ofInstant(MOMENT, ZoneOffset.UTC).toString();
            case UUID, UUID_FIXED -> "00000000-0000-4000-8000-000000000001";
        };
    }

    private static String text(Simple simple, ScalarNode example) {
        return switch (simple) {
            case BOOLEAN -> ((Boolean) value(example)).toString();
            case INT -> Integer.toString(number(example).intValueExact());
            case LONG -> Long.toString(number(example).longValueExact());
            case FLOAT -> Float.toString(floating(number(example).floatValue()));
            case DOUBLE -> Double.toString(floating(number(example).doubleValue()));
            case STRING, UTF8, CHAR_SEQUENCE -> text(example);
            case BYTES -> throw new Misfit();
            case DATE -> date(example).toString();
            case TIME_MILLIS -> time(example, 1_000_000).toString();
            case TIME_MICROS -> time(example, 1_000).toString();
            case TIMESTAMP_MILLIS -> instant(example, 1_000).toString();
            case TIMESTAMP_MICROS -> instant(example, 1_000_000).toString();
            case TIMESTAMP_NANOS -> instant(example, 1_000_000_000).toString();
            case LOCAL_TIMESTAMP_MILLIS -> local(example, 1_000).toString();
            case LOCAL_TIMESTAMP_MICROS -> local(example, 1_000_000).toString();
            case LOCAL_TIMESTAMP_NANOS -> local(example, 1_000_000_000).toString();
            case UUID, UUID_FIXED -> UUID.fromString(text(example)).toString();
        };
    }

    /** The text of a string. */
    static String text(Node example) {
        return example.text().orElseThrow(Misfit::new);
    }

    static boolean isNull(Node example) {
        return example instanceof ScalarNode scalar && scalar.value() == null;
    }

    /** As Avro's JSON encoding names a branch of a union, or as anybody else writes it: without. */
    static @Nullable Node unwrapped(@Nullable Node example, Schema branch) {
        return example instanceof ObjectNode object && object.members().size() == 1
                ? object.get(branch.getFullName()).orElse(example)
                : example;
    }

    private static Node checked(Node example) {
        if (example instanceof ScalarNode scalar && scalar.value() != null) {
            return scalar;
        }
        throw new Misfit();
    }

    private static Object value(ScalarNode example) {
        Object value = example.value();
        if (value == null) {
            throw new Misfit();
        }
        return value;
    }

    private static BigDecimal number(ScalarNode example) {
        Object value = value(example);
        return value instanceof BigInteger whole ? new BigDecimal(whole) : (BigDecimal) value;
    }

    private static float floating(float value) {
        if (Float.isInfinite(value)) {
            throw new Misfit();
        }
        return value;
    }

    private static double floating(double value) {
        if (Double.isInfinite(value)) {
            throw new Misfit();
        }
        return value;
    }

    private static LocalDate date(ScalarNode example) {
        return example.text()
                .map(LocalDate::parse)
                .orElseGet(() -> LocalDate.ofEpochDay(number(example).longValueExact()));
    }

    private static LocalTime time(ScalarNode example, long nanos) {
        return example.text()
                .map(LocalTime::parse)
                .orElseGet(() ->
                        LocalTime.ofNanoOfDay(Math.multiplyExact(number(example).longValueExact(), nanos)));
    }

    private static Instant instant(ScalarNode example, long perSecond) {
        return example.text().map(Scalars::instant).orElseGet(() -> {
            long count = number(example).longValueExact();
            return Instant.ofEpochSecond(
                    Math.floorDiv(count, perSecond), Math.floorMod(count, perSecond) * (1_000_000_000 / perSecond));
        });
    }

    private static Instant instant(String text) {
        try {
            return OffsetDateTime.parse(text).toInstant();
        } catch (DateTimeParseException e) {
            return Instant.parse(text);
        }
    }

    private static LocalDateTime local(ScalarNode example, long perSecond) {
        return example.text()
                .map(LocalDateTime::parse)
                .orElseGet(() -> LocalDateTime.ofInstant(instant(example, perSecond), ZoneOffset.UTC));
    }

    /** Some digits, or what the example says, exactly. */
    private static String decimal(int precision, int scale, @Nullable Node example) {
        BigDecimal value;
        if (example == null) {
            value = BigDecimal.valueOf(1, scale < precision ? 0 : scale).setScale(scale);
        } else {
            value = example.text()
                    .map(BigDecimal::new)
                    .orElseGet(() -> number((ScalarNode) checked(example)))
                    .setScale(scale);
        }
        if (value.precision() > precision) {
            throw new Misfit();
        }
        return value.toPlainString();
    }

    /** As Avro's JSON encoding writes bytes: a character each. */
    private static List<Byte> bytes(@Nullable Node example, int size) {
        List<Byte> bytes = new ArrayList<>();
        if (example == null) {
            for (int i = 0; i < (size < 0 ? 3 : size); i++) {
                bytes.add((byte) (i + 1));
            }
            return bytes;
        }
        String text = text(example);
        if (!StandardCharsets.ISO_8859_1.newEncoder().canEncode(text) || (size >= 0 && text.length() != size)) {
            throw new Misfit();
        }
        for (byte b : text.getBytes(StandardCharsets.ISO_8859_1)) {
            bytes.add(b);
        }
        return bytes;
    }
}
