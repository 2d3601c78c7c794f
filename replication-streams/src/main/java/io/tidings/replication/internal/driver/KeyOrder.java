package io.tidings.replication.internal.driver;

/**
 * How keys are kept, so that their bytes, compared as unsigned numbers from the first on, have the order of their values. The
 * sign bit of a two's complement number would put what is below zero behind everything else.
 */
public enum KeyOrder {
    /** As they travel: text in UTF-8 has the order of its code points. */
    AS_THEY_ARE,

    /** The first bit flipped: big-endian whole numbers. */
    SIGNED;

    /** A key as it is kept. */
    public byte[] kept(byte[] travelled) {
        return flipped(travelled);
    }

    /** A key as it travels. */
    public byte[] travelled(byte[] kept) {
        return flipped(kept);
    }

    private byte[] flipped(byte[] key) {
        if (this == AS_THEY_ARE || key.length == 0) {
            return key;
        }
        byte[] flipped = key.clone();
        flipped[0] = (byte) (flipped[0] ^ 0x80);
        return flipped;
    }
}
