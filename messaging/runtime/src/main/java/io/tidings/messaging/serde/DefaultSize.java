package io.tidings.messaging.serde;

import java.nio.ByteBuffer;
import java.util.Collection;
import java.util.Map;
import org.apache.avro.generic.GenericEnumSymbol;
import org.apache.avro.generic.GenericFixed;
import org.apache.avro.generic.IndexedRecord;
import org.jspecify.annotations.Nullable;

/** How many bytes of memory it takes to fill in a default: Avro 1.12 decodes many anew for each record. */
final class DefaultSize {

    private static final long OBJECT = 64;
    private static final long REFERENCE = 8;

    /** Avro makes a decoder for each default that is not plain. */
    private static final long DECODER = 512;

    private DefaultSize() {}

    static long of(@Nullable Object value) {
        boolean plain = value == null
                || value instanceof Number
                || value instanceof Boolean
                || value instanceof CharSequence
                || value instanceof GenericEnumSymbol
                || value instanceof Enum;
        return plain ? tree(value) : DECODER + tree(value);
    }

    private static long tree(@Nullable Object value) {
        if (value instanceof CharSequence text) {
            return OBJECT + 3L * text.length();
        }
        if (value instanceof ByteBuffer bytes) {
            return 2 * OBJECT + bytes.remaining();
        }
        if (value instanceof GenericFixed fixed) {
            return OBJECT + fixed.bytes().length;
        }
        if (value instanceof IndexedRecord record) {
            return ofFields(record);
        }
        if (value instanceof Collection<?> items) {
            return OBJECT
                    + items.stream().mapToLong(item -> REFERENCE + tree(item)).sum();
        }
        if (value instanceof Map<?, ?> map) {
            return OBJECT
                    + map.entrySet().stream()
                            .mapToLong(entry -> OBJECT + tree(entry.getKey()) + tree(entry.getValue()))
                            .sum();
        }
        return value == null || value instanceof Number || value instanceof Boolean ? REFERENCE * 3 : OBJECT;
    }

    private static long ofFields(IndexedRecord record) {
        int fields = record.getSchema().getFields().size();
        long sum = OBJECT;
        for (int i = 0; i < fields; i++) {
            sum += REFERENCE + tree(record.get(i));
        }
        return sum;
    }
}
