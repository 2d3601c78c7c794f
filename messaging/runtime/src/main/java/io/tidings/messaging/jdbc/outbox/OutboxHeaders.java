package io.tidings.messaging.jdbc.outbox;

import io.tidings.messaging.EncodedMessage.Header;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * How headers stand in the outbox's {@code headers} column: a version byte (1), their number, then name (UTF-8) and value of
 * each, every one behind its length; numbers are four bytes, big-endian. Order and repeated names are kept, values stay bytes:
 * a JSON column could promise neither. For relays; stateless.
 */
public final class OutboxHeaders {
    private static final byte VERSION = 1;

    private OutboxHeaders() {}

    public static byte[] encode(List<Header> headers) {
        List<byte[]> names = new ArrayList<>(headers.size());
        int size = 1 + Integer.BYTES;
        for (Header header : headers) {
            byte[] name = header.name().getBytes(StandardCharsets.UTF_8);
            names.add(name);
            size += 2 * Integer.BYTES + name.length + header.value().length;
        }
        ByteBuffer out = ByteBuffer.allocate(size).put(VERSION).putInt(headers.size());
        for (int i = 0; i < headers.size(); i++) {
            byte[] name = names.get(i);
            byte[] value = headers.get(i).value();
            out.putInt(name.length).put(name).putInt(value.length).put(value);
        }
        return out.array();
    }

    /**
     * Reads what {@link #encode} wrote.
     *
     * @throws IllegalArgumentException if it did not write this
     */
    public static List<Header> decode(byte[] bytes) {
        ByteBuffer in = ByteBuffer.wrap(bytes);
        try {
            byte version = in.get();
            if (version != VERSION) {
                throw new IllegalArgumentException(
                        "Outbox headers of version " + version + ", this relay reads " + VERSION);
            }
            int count = in.getInt();
            List<Header> headers = new ArrayList<>();
            for (int i = 0; i < count; i++) {
                headers.add(new Header(new String(next(in), StandardCharsets.UTF_8), next(in)));
            }
            return headers;
        } catch (BufferUnderflowException e) {
            throw new IllegalArgumentException("Outbox headers end too early, at byte " + in.position(), e);
        }
    }

    private static byte[] next(ByteBuffer in) {
        int length = in.getInt();
        if (length < 0 || length > in.remaining()) {
            throw new IllegalArgumentException(
                    "Outbox headers name a length of " + length + " at byte " + in.position());
        }
        byte[] bytes = new byte[length];
        in.get(bytes);
        return bytes;
    }
}
