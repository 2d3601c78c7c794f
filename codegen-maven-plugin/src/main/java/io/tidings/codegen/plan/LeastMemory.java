package io.tidings.codegen.plan;

import java.util.HashSet;
import java.util.Set;
import org.apache.avro.Schema;

/**
 * How much memory a value takes at least, in units of 64 bytes, one at least. Fields of type null take no bytes of the input, but
 * a place in their record: a few bytes could ask for many wide records.
 */
final class LeastMemory {

    private static final int REFERENCE = 8;
    private static final int HEADER = 16;
    private static final int UNIT = 64;

    /** More is of no use, and sums of such numbers do not overflow. */
    private static final int ENOUGH = 1 << 22;

    private LeastMemory() {}

    static int of(Schema schema) {
        return Math.max(1, (bytes(schema, new HashSet<>()) + UNIT - 1) / UNIT);
    }

    private static int bytes(Schema schema, Set<String> within) {
        if (schema.getType() != Schema.Type.RECORD || !within.add(schema.getFullName())) {
            return 0;
        }
        int sum = HEADER;
        for (Schema.Field field : schema.getFields()) {
            sum = Math.min(ENOUGH, sum + REFERENCE + bytes(field.schema(), within));
        }
        within.remove(schema.getFullName());
        return sum;
    }
}
