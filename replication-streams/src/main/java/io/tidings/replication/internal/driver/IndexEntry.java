package io.tidings.replication.internal.driver;

import java.util.Arrays;

/** A value under which a row can be found in one of the view's indexes. Equal if the bytes are. */
public final class IndexEntry {

    private final int index;
    private final byte[] value;

    /**
     * Takes the array as it is, without a copy.
     *
     * @param index the number of the index, from 0
     * @param value in bytes whose order is that of the values
     */
    public IndexEntry(int index, byte[] value) {
        this.index = index;
        this.value = value;
    }

    public int index() {
        return index;
    }

    /** The array itself; it is not to be changed. */
    public byte[] value() {
        return value;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof IndexEntry entry && index == entry.index && Arrays.equals(value, entry.value);
    }

    @Override
    public int hashCode() {
        return 31 * index + Arrays.hashCode(value);
    }
}
