package io.tidings.messaging;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * How a message key travels: bare, as Kafka's own serializers write it, so that its bytes (and with them its partition) never
 * depend on a schema id. Keys of an Avro schema are {@code io.tidings.messaging.serde.AvroKey}s. Equal keys must give equal
 * bytes. Stateless, safe for use by several threads.
 *
 * @param <K> the key in Java
 */
public interface KeyType<K> {

    /** Text in UTF-8. */
    KeyType<String> STRING = new StringKey();

    /** Eight bytes, big-endian. */
    KeyType<Long> LONG = new NumberKey<>(Long.class, Long.BYTES, "long", ByteBuffer::putLong, ByteBuffer::getLong);

    /** Four bytes, big-endian. */
    KeyType<Integer> INTEGER =
            new NumberKey<>(Integer.class, Integer.BYTES, "int", ByteBuffer::putInt, ByteBuffer::getInt);

    /** Four bytes, big-endian. */
    KeyType<Float> FLOAT =
            new NumberKey<>(Float.class, Float.BYTES, "float", ByteBuffer::putFloat, ByteBuffer::getFloat);

    /** Eight bytes, big-endian. */
    KeyType<Double> DOUBLE =
            new NumberKey<>(Double.class, Double.BYTES, "double", ByteBuffer::putDouble, ByteBuffer::getDouble);

    /** One byte: 1 or 0. */
    KeyType<Boolean> BOOLEAN = new BooleanKey();

    /** The 36 characters of its canonical form, as Kafka's {@code UUIDSerializer} writes it. */
    KeyType<UUID> UUID = new UuidKey();

    /** As they are. */
    KeyType<byte[]> BYTES = new BytesKey();

    /** A channel without keys: no order is promised. */
    KeyType<Void> NONE = new NoKey();

    byte @Nullable [] encode(@Nullable K key);

    /**
     * Reads a key.
     *
     * @throws PoisonMessageException if the bytes are not such a key
     */
    @Nullable K decode(byte @Nullable [] bytes);

    /** Whether this is a key of this type. */
    boolean accepts(Object key);

    /** {@link #STRING}. */
    final class StringKey implements KeyType<String> {
        private StringKey() {}

        @Override
        public boolean accepts(Object key) {
            return key instanceof String;
        }

        @Override
        public byte @Nullable [] encode(@Nullable String key) {
            return key == null ? null : key.getBytes(StandardCharsets.UTF_8);
        }

        @Override
        public @Nullable String decode(byte @Nullable [] bytes) {
            return bytes == null ? null : new String(bytes, StandardCharsets.UTF_8);
        }

        @Override
        public String toString() {
            return "string";
        }
    }

    /** A number: as many bytes as it has in Java, the highest first. */
    final class NumberKey<N extends Number> implements KeyType<N> {

        private final Class<N> type;
        private final int size;
        private final String name;
        private final BiFunction<ByteBuffer, N, ByteBuffer> writing;
        private final Function<ByteBuffer, N> reading;

        private NumberKey(
                Class<N> type,
                int size,
                String name,
                BiFunction<ByteBuffer, N, ByteBuffer> writing,
                Function<ByteBuffer, N> reading) {
            this.type = type;
            this.size = size;
            this.name = name;
            this.writing = writing;
            this.reading = reading;
        }

        @Override
        public boolean accepts(Object key) {
            return type.isInstance(key);
        }

        @Override
        public byte @Nullable [] encode(@Nullable N key) {
            return key == null
                    ? null
                    : writing.apply(ByteBuffer.allocate(size), key).array();
        }

        @Override
        public @Nullable N decode(byte @Nullable [] bytes) {
            return bytes == null ? null : reading.apply(sized(bytes, size, name));
        }

        @Override
        public String toString() {
            return name;
        }
    }

    /** {@link #BOOLEAN}. */
    final class BooleanKey implements KeyType<Boolean> {
        private BooleanKey() {}

        @Override
        public boolean accepts(Object key) {
            return key instanceof Boolean;
        }

        @Override
        public byte @Nullable [] encode(@Nullable Boolean key) {
            return key == null ? null : new byte[] {(byte) (key ? 1 : 0)};
        }

        @Override
        public @Nullable Boolean decode(byte @Nullable [] bytes) {
            if (bytes == null) {
                return null;
            }
            byte value = sized(bytes, 1, "boolean").get();
            if (value != 0 && value != 1) {
                throw new PoisonMessageException("A key of type boolean is the byte 0 or 1, not " + value, null);
            }
            return value == 1;
        }

        @Override
        public String toString() {
            return "boolean";
        }
    }

    /** {@link #UUID}. */
    final class UuidKey implements KeyType<UUID> {
        private UuidKey() {}

        @Override
        public boolean accepts(Object key) {
            return key instanceof java.util.UUID;
        }

        @Override
        public byte @Nullable [] encode(@Nullable UUID key) {
            return key == null ? null : key.toString().getBytes(StandardCharsets.UTF_8);
        }

        @Override
        public @Nullable UUID decode(byte @Nullable [] bytes) {
            if (bytes == null) {
                return null;
            }
            try {
                return java.util.UUID.fromString(new String(bytes, StandardCharsets.UTF_8));
            } catch (IllegalArgumentException e) {
                throw new PoisonMessageException("The key is not a UUID", e);
            }
        }

        @Override
        public String toString() {
            return "uuid";
        }
    }

    /** {@link #BYTES}. */
    final class BytesKey implements KeyType<byte[]> {
        private BytesKey() {}

        @Override
        public boolean accepts(Object key) {
            return key instanceof byte[];
        }

        @Override
        public byte @Nullable [] encode(byte @Nullable [] key) {
            return key;
        }

        @Override
        public byte @Nullable [] decode(byte @Nullable [] bytes) {
            return bytes;
        }

        @Override
        public String toString() {
            return "bytes";
        }
    }

    /** {@link #NONE}. */
    final class NoKey implements KeyType<Void> {
        private NoKey() {}

        @Override
        public boolean accepts(Object key) {
            return false;
        }

        @Override
        public byte @Nullable [] encode(@Nullable Void key) {
            return null;
        }

        /** Whatever key a foreign producer set, it means nothing here. */
        @Override
        public @Nullable Void decode(byte @Nullable [] bytes) {
            return null;
        }

        @Override
        public String toString() {
            return "none";
        }
    }

    private static ByteBuffer sized(byte[] bytes, int size, String type) {
        if (bytes.length != size) {
            throw new PoisonMessageException(
                    "A key of type " + type + " has " + size + (size == 1 ? " byte" : " bytes") + ", not "
                            + bytes.length,
                    null);
        }
        return ByteBuffer.wrap(bytes);
    }
}
