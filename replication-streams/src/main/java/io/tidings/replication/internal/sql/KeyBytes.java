package io.tidings.replication.internal.sql;

import java.util.Arrays;

/** A key as it is kept, in the order of unsigned bytes, as PostgreSQL compares them. The array is not to be changed. */
@SuppressWarnings("ArrayRecordComponent") // compared by what is in it
record KeyBytes(byte[] bytes) implements Comparable<KeyBytes> {

    @Override
    public int compareTo(KeyBytes other) {
        return Arrays.compareUnsigned(bytes, other.bytes);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof KeyBytes key && Arrays.equals(bytes, key.bytes);
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
