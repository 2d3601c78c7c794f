package io.tidings.replication.http;

import io.tidings.messaging.KeyType;
import io.tidings.messaging.PoisonMessageException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/**
 * Keys as they stand in URLs: texts, numbers, {@code true}, UUIDs as they are written anywhere; bytes, and keys that are Avro
 * records, as the Base64 (for URLs, without padding) of what travels.
 */
final class KeyText {

    private KeyText() {}

    /** Whether the text says to people what the key is. */
    static boolean readable(KeyType<?> type) {
        return type == KeyType.STRING
                || type == KeyType.UUID
                || type == KeyType.BOOLEAN
                || type instanceof KeyType.NumberKey;
    }

    static <K> String of(KeyType<K> type, K key) {
        if (readable(type)) {
            return String.valueOf(key);
        }
        byte[] bytes = type.encode(key);
        return bytes == null ? "" : Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    /** Bytes that may be a key: what is parked may be parked because they are none. */
    static <K> String ofBytes(KeyType<K> type, byte[] bytes) {
        try {
            if (type == KeyType.STRING) {
                return StandardCharsets.UTF_8
                        .newDecoder()
                        .decode(ByteBuffer.wrap(bytes))
                        .toString();
            }
            K key = type.decode(bytes);
            if (key != null) {
                return of(type, key);
            }
        } catch (PoisonMessageException | CharacterCodingException e) {
            // It is shown as bytes then.
        }
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    /**
     * Reads a key.
     *
     * @throws HttpProblem if it is none
     */
    static <K> K parse(KeyType<K> type, String text) {
        try {
            K key = type.decode(bytes(type, text));
            if (key != null) {
                return key;
            }
        } catch (IllegalArgumentException | PoisonMessageException e) {
            throw notA(type, text, e);
        }
        throw notA(type, text, null);
    }

    private static byte @Nullable [] bytes(KeyType<?> type, String text) {
        if (type == KeyType.STRING || type == KeyType.UUID) {
            return text.getBytes(StandardCharsets.UTF_8);
        } else if (type == KeyType.LONG) {
            return KeyType.LONG.encode(Long.valueOf(text));
        } else if (type == KeyType.INTEGER) {
            return KeyType.INTEGER.encode(Integer.valueOf(text));
        } else if (type == KeyType.FLOAT) {
            return KeyType.FLOAT.encode(Float.valueOf(text));
        } else if (type == KeyType.DOUBLE) {
            return KeyType.DOUBLE.encode(Double.valueOf(text));
        } else if (type == KeyType.BOOLEAN) {
            if (!text.equals("true") && !text.equals("false")) {
                throw new IllegalArgumentException(text);
            }
            return KeyType.BOOLEAN.encode(text.equals("true"));
        }
        return Base64.getUrlDecoder().decode(text);
    }

    private static HttpProblem notA(KeyType<?> type, String text, @Nullable RuntimeException cause) {
        String wanted = readable(type) ? "of type " + type : "in Base64 for URLs";
        return HttpProblem.badRequest("'" + text + "' is not a key " + wanted, cause);
    }
}
