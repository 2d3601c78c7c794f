package io.tidings.replication;

import io.tidings.messaging.KeyType;
import io.tidings.messaging.PoisonMessageException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Several values as one: what an {@link Index} over several fields finds rows by. Values that are equal part by part have equal
 * bytes, and no others have: each part stands behind its length, so that {@code ("ab", "c")} is not {@code ("a", "bc")}.
 * Immutable.
 */
public final class CompositeKey implements KeyType<List<Object>> {

    private final List<KeyType<?>> parts;

    private CompositeKey(List<KeyType<?>> parts) {
        this.parts = parts;
    }

    /**
     * Of parts of these types, in this order.
     *
     * @throws IllegalArgumentException if there are none
     */
    public static CompositeKey of(KeyType<?>... parts) {
        if (parts.length == 0) {
            throw new IllegalArgumentException("A key of several parts has at least one");
        }
        return new CompositeKey(List.of(parts));
    }

    /** The values of a row; null, so that nothing finds it, where one of them is. */
    public static @Nullable List<Object> values(@Nullable Object... values) {
        List<Object> known = new ArrayList<>();
        for (Object value : values) {
            if (value == null) {
                return null;
            }
            known.add(value);
        }
        return List.copyOf(known);
    }

    /**
     * The parts, one behind the other.
     *
     * @throws IllegalArgumentException if there are more or fewer, or one is of another type
     */
    @Override
    public byte @Nullable [] encode(@Nullable List<Object> key) {
        if (key == null) {
            return null;
        }
        if (!accepts(key)) {
            throw new IllegalArgumentException("A key of " + this + " is not " + key);
        }
        List<byte[]> encoded = new ArrayList<>();
        for (int i = 0; i < parts.size(); i++) {
            encoded.add(encode(parts.get(i), key.get(i)));
        }
        ByteBuffer bytes = ByteBuffer.allocate(
                encoded.stream().mapToInt(part -> Integer.BYTES + part.length).sum());
        encoded.forEach(part -> bytes.putInt(part.length).put(part));
        return bytes.array();
    }

    @SuppressWarnings("unchecked") // it accepts the value
    private static <T> byte[] encode(KeyType<T> type, Object value) {
        byte[] bytes = type.encode((T) value);
        return bytes == null ? new byte[0] : bytes;
    }

    @Override
    public @Nullable List<Object> decode(byte @Nullable [] bytes) {
        if (bytes == null) {
            return null;
        }
        ByteBuffer buffer = ByteBuffer.wrap(bytes);
        List<Object> values = new ArrayList<>();
        for (KeyType<?> part : parts) {
            Object value = part.decode(next(buffer));
            if (value == null) {
                throw damaged();
            }
            values.add(value);
        }
        if (buffer.hasRemaining()) {
            throw damaged();
        }
        return List.copyOf(values);
    }

    private byte[] next(ByteBuffer buffer) {
        int length = buffer.remaining() < Integer.BYTES ? -1 : buffer.getInt();
        if (length < 0 || length > buffer.remaining()) {
            throw damaged();
        }
        byte[] part = new byte[length];
        buffer.get(part);
        return part;
    }

    private PoisonMessageException damaged() {
        return new PoisonMessageException("These bytes are no key of " + this, null);
    }

    @Override
    public boolean accepts(Object key) {
        if (!(key instanceof List<?> values) || values.size() != parts.size()) {
            return false;
        }
        for (int i = 0; i < parts.size(); i++) {
            Object value = values.get(i);
            if (value == null || !parts.get(i).accepts(value)) {
                return false;
            }
        }
        return true;
    }

    @Override
    public String toString() {
        return parts.stream().map(Object::toString).collect(Collectors.joining(", ", "(", ")"));
    }
}
