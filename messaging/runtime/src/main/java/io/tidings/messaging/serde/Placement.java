package io.tidings.messaging.serde;

import io.tidings.messaging.EncodedMessage.Header;
import io.tidings.messaging.HeaderText;
import io.tidings.messaging.MessageType;
import io.tidings.messaging.OutgoingMessage;
import io.tidings.messaging.Place;
import io.tidings.messaging.PoisonMessageException;
import io.tidings.messaging.SendOptions;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A message whose Correlation Identifier and Return Address are where its document declares them. What is declared elsewhere no
 * longer stands in its options.
 *
 * @param headers those that the document declares for them
 */
record Placement<K, V>(OutgoingMessage<K, V> message, List<Header> headers) {

    Placement {
        headers = List.copyOf(headers);
    }

    /**
     * Puts them where they belong.
     *
     * @throws PoisonMessageException if payload or headers say something else than the options
     */
    static <K, V> Placement<K, V> of(OutgoingMessage<K, V> message) {
        MessageType<V> type = message.type();
        Placement<K, V> placed = new Placement<>(type.marks().isEmpty() ? message : marked(message), List.of());
        if (type.correlationId() != null) {
            placed = placed.correlated(type.correlationId());
        }
        return type.replyTo() == null ? placed : placed.addressed(type.replyTo());
    }

    private static <K, V> OutgoingMessage<K, V> marked(OutgoingMessage<K, V> message) {
        SendOptions options = message.options();
        for (Map.Entry<String, String> mark : message.type().marks().entrySet()) {
            String given = options.headers().get(mark.getKey());
            if (given != null && !given.equals(mark.getValue())) {
                throw new PoisonMessageException(
                        "The header '" + mark.getKey() + "' of messages of type "
                                + message.type().name() + " is always '" + mark.getValue() + "', not '" + given + "'",
                        null);
            }
            options = options.withHeader(mark.getKey(), mark.getValue());
        }
        return message.with(options);
    }

    private Placement<K, V> correlated(Place place) {
        SendOptions options = message.options();
        String agreed = agreed("correlation id", options.correlationId(), place);
        // What starts something is correlated by its own id.
        String value = agreed == null && place instanceof Place.Header ? options.id() : agreed;
        // A field of a payload that is not there holds nothing.
        boolean elsewhere = place instanceof Place.Field && message.payload() == null;
        return placed(
                place,
                value,
                new SendOptions(
                        options.id(),
                        options.subject(),
                        elsewhere ? value : null,
                        options.replyTo(),
                        options.causationId(),
                        options.entityVersion(),
                        without(options.headers(), place)));
    }

    private Placement<K, V> addressed(Place place) {
        SendOptions options = message.options();
        String value = agreed("return address", options.replyTo(), place);
        boolean elsewhere = place instanceof Place.Field && message.payload() == null;
        return placed(
                place,
                value,
                new SendOptions(
                        options.id(),
                        options.subject(),
                        options.correlationId(),
                        elsewhere ? value : null,
                        options.causationId(),
                        options.entityVersion(),
                        without(options.headers(), place)));
    }

    private @Nullable String agreed(String what, @Nullable String chosen, Place place) {
        String there = place instanceof Place.Header header
                ? message.options().headers().get(header.name())
                : place instanceof Place.Field field ? field.read(message.payload()) : null;
        if (chosen != null && there != null && !chosen.equals(there)) {
            throw new PoisonMessageException(
                    "A message of type " + message.type().name() + " has the " + what + " '" + chosen + "', but its "
                            + place + " says '" + there + "'",
                    null);
        }
        return chosen == null ? there : chosen;
    }

    private static Map<String, String> without(Map<String, String> headers, Place place) {
        if (!(place instanceof Place.Header header) || !headers.containsKey(header.name())) {
            return headers;
        }
        Map<String, String> others = new LinkedHashMap<>(headers);
        others.remove(header.name());
        return others;
    }

    private Placement<K, V> placed(Place place, @Nullable String value, SendOptions options) {
        OutgoingMessage<K, V> rest = message.with(options);
        if (value == null) {
            return new Placement<>(rest, headers);
        }
        if (place instanceof Place.Header header) {
            Header written = new Header(header.name(), HeaderText.bytes(value));
            return new Placement<>(rest, headers.isEmpty() ? List.of(written) : List.of(headers.get(0), written));
        }
        V payload = message.payload();
        return payload != null && place instanceof Place.Field field && field.read(payload) == null
                ? new Placement<>(filled(rest, payload, field, value), headers)
                : new Placement<>(rest, headers);
    }

    private static <K, V> OutgoingMessage<K, V> filled(
            OutgoingMessage<K, V> message, V payload, Place.Field field, String value) {
        @SuppressWarnings("unchecked") // a copy is of the same class
        V copy = (V) field.write(payload, value);
        return new OutgoingMessage<>(
                message.channel(), message.address(), message.type(), message.key(), copy, message.options());
    }
}
