package io.tidings.messaging.serde;

import io.tidings.messaging.HeaderText;
import io.tidings.messaging.MessageHeaders;
import io.tidings.messaging.MessageType;
import io.tidings.messaging.Metadata;
import io.tidings.messaging.Place;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Finds Correlation Identifier and Return Address where the document declares them. What is not there may stand in CloudEvents
 * attributes: a fault has no payload, and versions of a service that knew no better are still running.
 *
 * @param expected the kinds of message that could have come
 * @param type which one it was; null if it is none of them, or has no payload to tell
 */
record Placed(
        List<MessageType<?>> expected,
        @Nullable MessageType<?> type,
        MessageHeaders headers,
        @Nullable Object payload) {

    Placed {
        expected = List.copyOf(expected);
    }

    Metadata over(Metadata attributes) {
        String correlationId = find(MessageType::correlationId);
        String replyTo = find(MessageType::replyTo);
        Metadata correlated = correlationId == null ? attributes : attributes.withCorrelationId(correlationId);
        return replyTo == null ? correlated : correlated.withReplyTo(replyTo);
    }

    private @Nullable String find(Function<MessageType<?>, @Nullable Place> of) {
        for (MessageType<?> candidate : type == null ? expected : List.<MessageType<?>>of(type)) {
            String found = find(of.apply(candidate));
            if (found != null) {
                return found;
            }
        }
        return null;
    }

    private @Nullable String find(@Nullable Place place) {
        if (place instanceof Place.Header header) {
            byte[] value = headers.get(header.name());
            return value == null || value.length == 0 ? null : HeaderText.of(value);
        }
        return place instanceof Place.Field field && type != null ? field.read(payload) : null;
    }
}
