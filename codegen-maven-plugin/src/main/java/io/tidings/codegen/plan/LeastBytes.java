package io.tidings.codegen.plan;

import java.util.HashSet;
import java.util.Set;
import org.apache.avro.Schema;

/** How many bytes a value takes at least: what an input that announces a number of them must have. */
final class LeastBytes {

    /** More precision is of no use, and sums of such numbers do not overflow. */
    private static final int ENOUGH = 1 << 16;

    private LeastBytes() {}

    static int of(Schema schema) {
        return of(schema, new HashSet<>());
    }

    private static int of(Schema schema, Set<String> within) {
        int bytes = switch (schema.getType()) {
            case NULL -> 0;
            case FLOAT -> Float.BYTES;
            case DOUBLE -> Double.BYTES;
            case FIXED -> schema.getFixedSize();
            case RECORD -> ofRecord(schema, within);
            case UNION ->
                1
                        + schema.getTypes().stream()
                                .mapToInt(branch -> of(branch, within))
                                .min()
                                .orElse(0);
            default -> 1;
        };
        return Math.min(bytes, ENOUGH);
    }

    private static int ofRecord(Schema schema, Set<String> within) {
        if (!within.add(schema.getFullName())) {
            return 0;
        }
        int sum = 0;
        for (Schema.Field field : schema.getFields()) {
            sum = Math.min(ENOUGH, sum + of(field.schema(), within));
        }
        within.remove(schema.getFullName());
        return sum;
    }
}
