package io.tidings.replication.core;

import java.util.Arrays;

/** The serialised part of a row that belongs to its view; the core never looks inside. Equal if the bytes are. */
public final class RowValue {

    /** Of rows that have no value. */
    static final RowValue NONE = new RowValue(new byte[0]);

    private final byte[] bytes;

    private RowValue(byte[] bytes) {
        this.bytes = bytes;
    }

    /** Takes the array as it is, without a copy: rows are written at a high rate. */
    public static RowValue of(byte[] bytes) {
        return new RowValue(bytes);
    }

    /** The array itself; it is not to be changed. */
    public byte[] bytes() {
        return bytes;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof RowValue value && Arrays.equals(bytes, value.bytes);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bytes);
    }

    @Override
    public String toString() {
        return bytes.length + " bytes";
    }
}
