package io.tidings.codegen.plan;

import java.util.HashMap;
import java.util.Map;
import org.apache.avro.Schema;

/** How many bytes a value takes at least: what an input that announces a number of them must have. */
final class LeastBytes {

    /** More precision is of no use, and sums of such numbers do not overflow. */
    private static final int ENOUGH = 1 << 16;

    /** By full name: types that stand in each other twice, and these twice in others, are computed once. */
    private final Map<String, Integer> records = new HashMap<>();

    private LeastBytes() {}

    static int of(Schema schema) {
        return new LeastBytes().bytes(schema);
    }

    private int bytes(Schema schema) {
        int bytes = switch (schema.getType()) {
            case NULL -> 0;
            case FLOAT -> Float.BYTES;
            case DOUBLE -> Double.BYTES;
            case FIXED -> schema.getFixedSize();
            case RECORD -> ofRecord(schema);
            case UNION ->
                1 + schema.getTypes().stream().mapToInt(this::bytes).min().orElse(0);
            default -> 1;
        };
        return Math.min(bytes, ENOUGH);
    }

    private int ofRecord(Schema schema) {
        Integer before = records.get(schema.getFullName());
        if (before != null) {
            return before;
        }
        // Within itself it counts for nothing.
        records.put(schema.getFullName(), 0);
        int sum = 0;
        for (Schema.Field field : schema.getFields()) {
            sum = Math.min(ENOUGH, sum + bytes(field.schema()));
        }
        records.put(schema.getFullName(), sum);
        return sum;
    }
}
