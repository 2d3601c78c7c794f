package io.tidings.messaging.parking;

import io.tidings.messaging.ParkedKey;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What is parked: a key of a partition, or one message without a key. It names marks: {@code parked:2/KEY} and {@code
 * parked:2@17}; {@code order:2/KEY} where it is to be replayed or dropped.
 *
 * @param key null for a message without one
 * @param offset of that message; 0 for a key
 */
record Place(int partition, @Nullable ByteBuffer key, long offset) {

    static Place of(ParkedKey parked) {
        return at(parked.partition(), parked.key(), parked.offset());
    }

    /** Where a message is parked. */
    static Place at(int partition, byte @Nullable [] key, long offset) {
        return key == null ? new Place(partition, null, offset) : new Place(partition, ByteBuffer.wrap(key), 0);
    }

    byte[] name(String kind) {
        if (key == null) {
            return (kind + partition + "@" + offset).getBytes(StandardCharsets.UTF_8);
        }
        byte[] start = (kind + partition + "/").getBytes(StandardCharsets.UTF_8);
        return ByteBuffer.allocate(start.length + key.remaining())
                .put(start)
                .put(key.duplicate())
                .array();
    }

    /** Empty, if it is not the name of such a mark. */
    static Optional<Place> parse(String kind, byte[] name) {
        String text = new String(name, StandardCharsets.ISO_8859_1);
        if (!text.startsWith(kind)) {
            return Optional.empty();
        }
        int at = kind.length();
        while (at < text.length() && Character.isDigit(text.charAt(at))) {
            at++;
        }
        try {
            int partition = Integer.parseInt(text.substring(kind.length(), at));
            if (text.startsWith("/", at)) {
                ByteBuffer key =
                        ByteBuffer.wrap(name, at + 1, name.length - at - 1).slice();
                return Optional.of(new Place(partition, key, 0));
            }
            if (text.startsWith("@", at)) {
                return Optional.of(new Place(partition, null, Long.parseLong(text.substring(at + 1))));
            }
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
        return Optional.empty();
    }

    byte @Nullable [] keyBytes() {
        if (key == null) {
            return null;
        }
        byte[] bytes = new byte[key.remaining()];
        key.duplicate().get(bytes);
        return bytes;
    }
}
