package io.tidings.replication.internal.keyvalue;

import io.tidings.replication.internal.driver.IndexEntry;
import io.tidings.replication.internal.driver.KeyOrder;
import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Where rows and index entries stand. A row: the byte 0 and its key. An index entry: the byte 1, the index's number, the value
 * with each 0 written as 0 255, 0 0 behind it, and the row's key: so the entries of a value stand together, and the values in
 * their order.
 */
public final class Layout {

    /** What stands under an index entry; stores take no empty value for one. */
    static final byte[] ENTRY = {1};

    private static final byte ROW = 0;
    private static final byte INDEX = 1;
    private static final byte ESCAPED = (byte) 0xff;

    private final KeyOrder order;

    Layout(KeyOrder order) {
        this.order = order;
    }

    /** Before the first row. */
    static byte[] firstRow() {
        return new byte[] {ROW};
    }

    /** Behind the last row. */
    static byte[] behindRows() {
        return new byte[] {INDEX};
    }

    /** Before the first index entry. */
    public static byte[] firstEntry() {
        return behindRows();
    }

    /** Behind the last index entry. */
    public static byte[] behindEntries() {
        return new byte[] {INDEX + 1};
    }

    byte[] row(byte[] key) {
        byte[] kept = order.kept(key);
        byte[] row = new byte[kept.length + 1];
        row[0] = ROW;
        System.arraycopy(kept, 0, row, 1, kept.length);
        return row;
    }

    byte[] keyOfRow(byte[] row) {
        return order.travelled(Arrays.copyOfRange(row, 1, row.length));
    }

    /** Where the entries of a value begin. */
    byte[] prefix(IndexEntry entry) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(entry.value().length + 4);
        bytes.write(INDEX);
        bytes.write(entry.index());
        for (byte part : entry.value()) {
            bytes.write(part);
            if (part == 0) {
                bytes.write(ESCAPED);
            }
        }
        bytes.write(0);
        bytes.write(0);
        return bytes.toByteArray();
    }

    byte[] entry(IndexEntry entry, byte[] key) {
        byte[] prefix = prefix(entry);
        byte[] kept = order.kept(key);
        byte[] all = Arrays.copyOf(prefix, prefix.length + kept.length);
        System.arraycopy(kept, 0, all, prefix.length, kept.length);
        return all;
    }

    /** An index entry, and the row's key that stands behind it. */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    record Entry(IndexEntry entry, byte[] key) {}

    /** What an entry says; null if it says nothing that could be understood. */
    @Nullable Entry entry(byte[] bytes) {
        ByteArrayOutputStream value = new ByteArrayOutputStream(bytes.length);
        int at = 2;
        while (at + 1 < bytes.length) {
            boolean zero = bytes[at] == 0;
            if (zero && bytes[at + 1] == 0) {
                IndexEntry entry = new IndexEntry(bytes[1] & 0xff, value.toByteArray());
                return new Entry(entry, keyOfEntry(bytes, at + 2));
            }
            value.write(bytes[at]);
            at += zero ? 2 : 1;
        }
        return null;
    }

    /** The key in an entry that begins with a prefix. */
    byte[] keyOfEntry(byte[] entry, int prefix) {
        return order.travelled(Arrays.copyOfRange(entry, prefix, entry.length));
    }

    /** The lowest bytes that do not begin with a prefix and stand behind all that do. */
    static byte[] behind(byte[] prefix) {
        byte[] behind = prefix.clone();
        for (int at = behind.length - 1; at >= 0; at--) {
            if (behind[at] != ESCAPED) {
                behind[at]++;
                return Arrays.copyOf(behind, at + 1);
            }
        }
        throw new IllegalArgumentException("Nothing stands behind a prefix of nothing but 255");
    }
}
