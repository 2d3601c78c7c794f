package io.tidings.messaging.serde;

import java.util.HashMap;
import java.util.Map;
import org.apache.avro.Schema;

/** How many bytes a value takes at least in Avro's binary encoding, fixeds not counted: they are no part of what pays for others. */
final class LeastBytes {

    /** More precision is of no use, and sums of such numbers do not overflow. */
    private static final int ENOUGH = 1 << 16;

    /** By full name: records that stand in each other twice, and these twice in others, are computed once. */
    private final Map<String, Integer> records = new HashMap<>();

    int of(Schema schema) {
        return switch (schema.getType()) {
            case NULL, FIXED -> 0;
            case FLOAT -> Float.BYTES;
            case DOUBLE -> Double.BYTES;
            case RECORD -> ofRecord(schema);
            case UNION -> 1 + ofCheapest(schema);
            default -> 1;
        };
    }

    private int ofCheapest(Schema union) {
        return union.getTypes().stream().mapToInt(this::of).min().orElse(0);
    }

    private int ofRecord(Schema schema) {
        Integer before = records.get(schema.getFullName());
        if (before != null) {
            return before;
        }
        records.put(schema.getFullName(), 0);
        int sum = 0;
        for (Schema.Field field : schema.getFields()) {
            sum = Math.min(ENOUGH, sum + of(field.schema()));
        }
        records.put(schema.getFullName(), sum);
        return sum;
    }
}
