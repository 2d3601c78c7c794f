package io.tidings.messaging;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * How a header's value travels: as text in UTF-8, one Kafka header each. What generated header records are read with. Immutable.
 *
 * @param <T> the value in Java
 */
public final class HeaderType<T> {

    /** As it is. */
    public static final HeaderType<String> STRING = of("text", Function.identity(), Function.identity());

    /** The 36 characters of its canonical form. */
    public static final HeaderType<UUID> UUID = of("a UUID", HeaderType::uuid, java.util.UUID::toString);

    /** Decimal digits, 32 bits. */
    public static final HeaderType<Integer> INTEGER =
            of("a whole number of 32 bits", Integer::valueOf, String::valueOf);

    /** Decimal digits, 64 bits. */
    public static final HeaderType<Long> LONG = of("a whole number of 64 bits", Long::valueOf, String::valueOf);

    /** As JSON writes numbers: finite ones. */
    public static final HeaderType<Double> DOUBLE = of("a number", HeaderType::number, HeaderType::json);

    /** {@code true} or {@code false}. */
    public static final HeaderType<Boolean> BOOLEAN = of("true or false", HeaderType::truth, String::valueOf);

    /** RFC 3339, section 5.6; written in UTC. */
    public static final HeaderType<Instant> INSTANT =
            of("a date and time (RFC 3339)", text -> OffsetDateTime.parse(text).toInstant(), Instant::toString);

    /** RFC 3339, {@code full-date}. */
    public static final HeaderType<LocalDate> DATE = of("a date (RFC 3339)", LocalDate::parse, LocalDate::toString);

    private final String description;
    private final Function<String, ? extends T> reader;
    private final Function<? super T, String> writer;

    private HeaderType(String description, Function<String, ? extends T> reader, Function<? super T, String> writer) {
        this.description = description;
        this.reader = reader;
        this.writer = writer;
    }

    /**
     * A type of one's own.
     *
     * @param description what such a text is, for messages: {@code a UUID}
     * @param reader throws {@link IllegalArgumentException} or {@link DateTimeException} if the text is none
     * @param writer may throw {@link IllegalArgumentException} for a value that must not be sent
     */
    public static <T> HeaderType<T> of(
            String description, Function<String, ? extends T> reader, Function<? super T, String> writer) {
        return new HeaderType<>(description, reader, writer);
    }

    /**
     * Reads a header that has to be there.
     *
     * @throws PoisonMessageException if it is not, or is not of this type
     */
    public T required(Received<?, ?> message, String name) {
        T value = optional(message, name);
        if (value == null) {
            throw new PoisonMessageException("The header '" + name + "' is missing", null);
        }
        return value;
    }

    /**
     * Reads a header that may be there.
     *
     * @return null if it is not
     * @throws PoisonMessageException if it is not of this type
     */
    public @Nullable T optional(Received<?, ?> message, String name) {
        byte[] header = message.headers().get(name);
        // Kafka's headers may have no value; what is empty is a text, but no number, UUID or time.
        if (header == null || (header.length == 0 && this != STRING)) {
            return null;
        }
        String text = new String(header, StandardCharsets.UTF_8);
        try {
            return reader.apply(text);
        } catch (IllegalArgumentException | DateTimeException e) {
            throw new PoisonMessageException(
                    "The header '" + name + "' is not " + description + ": '" + shortened(text) + "'", e);
        }
    }

    /**
     * As it is written.
     *
     * @throws IllegalArgumentException if it cannot be
     */
    public String text(T value) {
        return writer.apply(value);
    }

    private static String shortened(String text) {
        return text.length() <= 100 ? text : text.substring(0, 100) + "…";
    }

    /** {@link java.util.UUID#fromString} takes less than 36 characters, too. */
    private static UUID uuid(String text) {
        UUID value = java.util.UUID.fromString(text);
        if (text.length() != 36) {
            throw new IllegalArgumentException("36 characters make a UUID");
        }
        return value;
    }

    /** {@link Double#valueOf} takes what only Java writes: {@code 1d}, {@code 0x1p3}, and spaces around. */
    private static Double number(String text) {
        double value = new java.math.BigDecimal(text).doubleValue();
        if (!Double.isFinite(value)) {
            throw new IllegalArgumentException("It is too large");
        }
        return value;
    }

    /** JSON has no infinity, and nothing that is no number. */
    private static String json(Double value) {
        if (!Double.isFinite(value)) {
            throw new IllegalArgumentException(value + " is no number that a header can hold");
        }
        return value.toString();
    }

    private static Boolean truth(String text) {
        return switch (text) {
            case "true" -> true;
            case "false" -> false;
            default -> throw new IllegalArgumentException(text);
        };
    }
}
