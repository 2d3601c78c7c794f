package io.tidings.compat.avro;

import java.util.List;

/** Numbers at the edges of what types of numbers hold. */
final class Numbers {

    static final List<Integer> INTS = List.of(0, 1, -1, 37, (1 << 24) + 1, Integer.MAX_VALUE, Integer.MIN_VALUE);
    static final List<Long> LONGS =
            List.of(0L, 1L, 1_000_000_007L, (1L << 24) + 1, (1L << 53) + 1, Long.MAX_VALUE, Long.MIN_VALUE);
    static final List<Float> FLOATS = List.of(0f, -0f, 1.1f, Float.MAX_VALUE, Float.NaN, Float.NEGATIVE_INFINITY);
    static final List<Double> DOUBLES =
            List.of(0d, 1.1, Double.MAX_VALUE, Double.MIN_VALUE, Double.NaN, Double.POSITIVE_INFINITY);

    private Numbers() {}
}
