package io.tidings.codegen.plan;

import java.util.HashMap;
import java.util.Map;
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

    /** By full name: types that stand in each other twice, and these twice in others, are computed once. */
    private final Map<String, Integer> records = new HashMap<>();

    private LeastMemory() {}

    static int of(Schema schema) {
        return Math.max(1, (new LeastMemory().bytes(schema) + UNIT - 1) / UNIT);
    }

    private int bytes(Schema schema) {
        return schema.getType() == Schema.Type.RECORD ? ofRecord(schema) : 0;
    }

    private int ofRecord(Schema schema) {
        Integer before = records.get(schema.getFullName());
        if (before != null) {
            return before;
        }
        // Within itself it counts for nothing.
        records.put(schema.getFullName(), 0);
        int sum = HEADER;
        for (Schema.Field field : schema.getFields()) {
            sum = Math.min(ENOUGH, sum + REFERENCE + bytes(field.schema()));
        }
        records.put(schema.getFullName(), sum);
        return sum;
    }
}
