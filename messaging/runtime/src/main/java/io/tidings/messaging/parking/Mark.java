package io.tidings.messaging.parking;

import io.tidings.messaging.EncodedMessage;
import io.tidings.messaging.ParkedKey;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A line in the book of parked keys. It is written as text, in headers and a short value, so that a look with any tool says what
 * is parked and why.
 */
sealed interface Mark {

    /** A key is parked; null: no longer. */
    record Parked(Place place, @Nullable ParkedKey key, String writer) implements Mark {}

    /** A key is to be replayed or dropped; null: no longer. */
    record Ordered(Place place, @Nullable Order order) implements Mark {}

    String PARKED = "parked:";
    String ORDER = "order:";

    String LETTER = "tidings-parked-letter";
    String OFFSET = "tidings-parked-offset";
    String ATTEMPTS = "tidings-parked-attempts";
    String SINCE = "tidings-parked-since";
    String REASON = "tidings-parked-reason";
    String EXCEPTION = "tidings-parked-exception";
    String WRITER = "tidings-parked-writer";

    static EncodedMessage parked(String address, ParkedKey key, String writer) {
        return message(
                address,
                Place.of(key).name(PARKED),
                "parked",
                header(LETTER, Long.toString(key.letter())),
                header(OFFSET, Long.toString(key.offset())),
                header(ATTEMPTS, Integer.toString(key.attempts())),
                header(SINCE, Long.toString(key.since().toEpochMilli())),
                header(REASON, key.reason()),
                header(EXCEPTION, key.exception()),
                header(WRITER, writer));
    }

    static EncodedMessage released(String address, Place place, String writer) {
        return message(address, place.name(PARKED), null, header(WRITER, writer));
    }

    static EncodedMessage ordered(String address, Place place, Order order) {
        return message(
                address,
                place.name(ORDER),
                order.kind().word(),
                header(SINCE, Long.toString(order.since().toEpochMilli())),
                header(OFFSET, Long.toString(order.offset())));
    }

    static EncodedMessage answered(String address, Place place) {
        return message(address, place.name(ORDER), null);
    }

    /** Empty for what others wrote there. */
    static Optional<Mark> read(EncodedMessage mark) {
        byte[] name = mark.key();
        if (name == null) {
            return Optional.empty();
        }
        byte[] value = mark.value();
        Optional<Place> parked = Place.parse(PARKED, name);
        if (parked.isPresent()) {
            String writer = text(mark, WRITER);
            return value == null
                    ? Optional.of(new Parked(parked.get(), null, writer))
                    : key(parked.get(), mark).map(key -> new Parked(parked.get(), key, writer));
        }
        return Place.parse(ORDER, name).map(place -> new Ordered(place, value == null ? null : order(value, mark)));
    }

    private static @Nullable Order order(byte[] value, EncodedMessage mark) {
        try {
            Instant since = Instant.ofEpochMilli(Long.parseLong(text(mark, SINCE)));
            long offset = Long.parseLong(text(mark, OFFSET));
            return Order.Kind.of(new String(value, StandardCharsets.UTF_8))
                    .map(kind -> new Order(kind, since, offset))
                    .orElse(null);
        } catch (NumberFormatException e) {
            return null;
        }
    }

    private static Optional<ParkedKey> key(Place place, EncodedMessage mark) {
        try {
            return Optional.of(new ParkedKey(
                    place.partition(),
                    place.keyBytes(),
                    Long.parseLong(text(mark, OFFSET)),
                    Long.parseLong(text(mark, LETTER)),
                    Integer.parseInt(text(mark, ATTEMPTS)),
                    Instant.ofEpochMilli(Long.parseLong(text(mark, SINCE))),
                    text(mark, REASON),
                    text(mark, EXCEPTION)));
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }

    private static EncodedMessage message(
            String address, byte[] name, @Nullable String value, EncodedMessage.Header... headers) {
        return new EncodedMessage(
                new String(name, StandardCharsets.UTF_8),
                address,
                name,
                value == null ? null : value.getBytes(StandardCharsets.UTF_8),
                new ArrayList<>(List.of(headers)));
    }

    private static EncodedMessage.Header header(String name, String value) {
        return new EncodedMessage.Header(name, value.getBytes(StandardCharsets.UTF_8));
    }

    private static String text(EncodedMessage mark, String name) {
        return mark.header(name)
                .map(bytes -> new String(bytes, StandardCharsets.UTF_8))
                .orElse("");
    }
}
