package io.tidings.codegen.plan;

import java.util.List;

/** How values of an Avro schema travel, and as what Java holds them. Records refer to each other by name, so that it ends. */
public sealed interface Coding {

    /** Takes no bytes at all. */
    record Nothing() implements Coding {}

    /** A value that the runtime reads and writes with one call and no parameter. */
    enum Simple implements Coding {
        BOOLEAN,
        INT,
        LONG,
        FLOAT,
        DOUBLE,
        BYTES,
        STRING,
        UTF8,
        CHAR_SEQUENCE,
        DATE,
        TIME_MILLIS,
        TIME_MICROS,
        TIMESTAMP_MILLIS,
        TIMESTAMP_MICROS,
        TIMESTAMP_NANOS,
        LOCAL_TIMESTAMP_MILLIS,
        LOCAL_TIMESTAMP_MICROS,
        LOCAL_TIMESTAMP_NANOS,
        UUID,
        UUID_FIXED
    }

    /** A decimal in bytes of its own length. */
    record DecimalBytes(int precision, int scale) implements Coding {}

    /** A decimal in always so many bytes. */
    record DecimalFixed(int size, int precision, int scale) implements Coding {}

    /** A generated class of so many bytes. */
    record Fixed(JavaName type, int size) implements Coding {}

    /** A generated enum. */
    record Symbol(JavaName type) implements Coding {}

    /** A record, written and read by its own codec. */
    record Nested(JavaName type, JavaName codec) implements Coding {}

    /** A record or fixed that exists, written and read by whatever codec its class has. */
    record Existing(JavaName type) implements Coding {}

    /**
     * An array.
     *
     * @param least what each item takes at least
     */
    record Items(Coding item, Least least) implements Coding {}

    /**
     * A map, its keys being text.
     *
     * @param least what each entry takes at least
     */
    record Entries(Simple key, Coding value, Least least) implements Coding {}

    /**
     * What an item takes at least: an input that announces many must have the bytes, and the memory is bounded.
     *
     * @param memory in units of 64 bytes
     */
    record Least(int bytes, int memory) {}

    /** A union of null and one other, which Java holds as that other, or as null. */
    record Maybe(Coding value, int nullBranch) implements Coding {}

    /** Any other union, which Java holds as an object. */
    record Choice(List<Coding> branches) implements Coding {
        public Choice {
            branches = List.copyOf(branches);
        }
    }
}
