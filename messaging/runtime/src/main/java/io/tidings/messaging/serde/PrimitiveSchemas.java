package io.tidings.messaging.serde;

import java.nio.ByteBuffer;
import org.apache.avro.Schema;
import org.jspecify.annotations.Nullable;

/** The schemas of payloads that are no records. One instance each, since writers are found by identity. */
final class PrimitiveSchemas {

    private static final Schema STRING = Schema.create(Schema.Type.STRING);
    private static final Schema INT = Schema.create(Schema.Type.INT);
    private static final Schema LONG = Schema.create(Schema.Type.LONG);
    private static final Schema FLOAT = Schema.create(Schema.Type.FLOAT);
    private static final Schema DOUBLE = Schema.create(Schema.Type.DOUBLE);
    private static final Schema BOOLEAN = Schema.create(Schema.Type.BOOLEAN);
    private static final Schema BYTES = Schema.create(Schema.Type.BYTES);

    private PrimitiveSchemas() {}

    static @Nullable Schema of(Object payload) {
        if (payload instanceof CharSequence) {
            return STRING;
        } else if (payload instanceof Integer) {
            return INT;
        } else if (payload instanceof Long) {
            return LONG;
        } else if (payload instanceof Float) {
            return FLOAT;
        } else if (payload instanceof Double) {
            return DOUBLE;
        } else if (payload instanceof Boolean) {
            return BOOLEAN;
        } else if (payload instanceof byte[] || payload instanceof ByteBuffer) {
            return BYTES;
        }
        return null;
    }
}
