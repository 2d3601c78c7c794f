package io.tidings.messaging;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * How a message key travels: bare, as Kafka's own serializers write it, so that its bytes (and with them its partition) never
 * depend on a schema id. Stateless, safe for use by several threads.
 *
 * @param <K> the key in Java
 */
public sealed interface KeyType<K> {

    /** Text in UTF-8. */
    KeyType<String> STRING = new StringKey();

    /** Eight bytes, big-endian. */
    KeyType<Long> LONG = new LongKey();

    /** Four bytes, big-endian. */
    KeyType<Integer> INTEGER = new IntegerKey();

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
    }

    /** {@link #LONG}. */
    final class LongKey implements KeyType<Long> {
        private LongKey() {}

        @Override
        public boolean accepts(Object key) {
            return key instanceof Long;
        }

        @Override
        public byte @Nullable [] encode(@Nullable Long key) {
            return key == null ? null : ByteBuffer.allocate(8).putLong(key).array();
        }

        @Override
        public @Nullable Long decode(byte @Nullable [] bytes) {
            return bytes == null ? null : sized(bytes, 8, "long").getLong();
        }
    }

    /** {@link #INTEGER}. */
    final class IntegerKey implements KeyType<Integer> {
        private IntegerKey() {}

        @Override
        public boolean accepts(Object key) {
            return key instanceof Integer;
        }

        @Override
        public byte @Nullable [] encode(@Nullable Integer key) {
            return key == null ? null : ByteBuffer.allocate(4).putInt(key).array();
        }

        @Override
        public @Nullable Integer decode(byte @Nullable [] bytes) {
            return bytes == null ? null : sized(bytes, 4, "int").getInt();
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
    }

    private static ByteBuffer sized(byte[] bytes, int size, String type) {
        if (bytes.length != size) {
            throw new PoisonMessageException(
                    "A key of type " + type + " has " + size + " bytes, not " + bytes.length, null);
        }
        return ByteBuffer.wrap(bytes);
    }
}
