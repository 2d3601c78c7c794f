package io.tidings.messaging;

import io.tidings.messaging.EncodedMessage.Header;
import java.util.AbstractMap;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A message's headers by name, the last one of each, as Kafka reads them. There are few of them and most are never asked for:
 * looking through a list costs less than filing each message's headers in a table. Immutable.
 */
public final class MessageHeaders extends AbstractMap<String, byte[]> {

    private final EncodedMessage message;
    private @Nullable Map<String, byte[]> distinct;

    private MessageHeaders(EncodedMessage message) {
        this.message = message;
    }

    /** The headers of a message. */
    public static MessageHeaders of(EncodedMessage message) {
        return new MessageHeaders(message);
    }

    @Override
    public byte @Nullable [] get(@Nullable Object name) {
        List<Header> headers = message.headers();
        for (int i = headers.size() - 1; i >= 0; i--) {
            if (headers.get(i).name().equals(name)) {
                return headers.get(i).value();
            }
        }
        return null;
    }

    @Override
    public boolean containsKey(@Nullable Object name) {
        return message.headers().stream().anyMatch(header -> header.name().equals(name));
    }

    @Override
    public Set<Map.Entry<String, byte[]>> entrySet() {
        Map<String, byte[]> known = distinct;
        if (known == null) {
            known = new LinkedHashMap<>();
            for (Header header : message.headers()) {
                known.put(header.name(), header.value());
            }
            known = Collections.unmodifiableMap(known);
            distinct = known;
        }
        return known.entrySet();
    }
}
