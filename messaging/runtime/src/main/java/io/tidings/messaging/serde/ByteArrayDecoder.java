package io.tidings.messaging.serde;

import io.tidings.messaging.avro.DatumInput;
import io.tidings.messaging.avro.MalformedDatumException;
import java.nio.ByteBuffer;
import org.apache.avro.io.Decoder;
import org.apache.avro.util.Utf8;
import org.jspecify.annotations.Nullable;

/**
 * Lets Avro's resolving readers read from the same input as generated codecs do, and bounds what they allocate that the input has
 * no bytes for: what the {@link ReadCost} says. For one thread.
 *
 * <p>It does not tell {@link #remainingBytes}. Avro 1.12.2 multiplies an array's count by what an item takes in the
 * <em>reader's</em> schema, so that it refuses short arrays whose items have fields the writer did not know.
 */
final class ByteArrayDecoder extends Decoder {

    /** So much that an item of ten bytes may have some kilobytes of defaults filled in. */
    private static final long MEMORY_FOR_A_BYTE = 256;

    /** So much that twenty thousand tiny items, evolved by a score of defaults, are no attack. */
    private static final long MEMORY_FOR_NOTHING = 32L << 20;

    private final DatumInput in;
    private final ReadCost cost;
    private long memoryLeft;

    ByteArrayDecoder(DatumInput in, ReadCost cost) {
        this.in = in;
        this.cost = cost;
        this.memoryLeft = MEMORY_FOR_A_BYTE * in.remaining() + MEMORY_FOR_NOTHING;
        charge(cost.root());
    }

    private void charge(long memory) {
        charged(1, memory);
    }

    private int charged(int times, long memory) {
        // Divided, since the product may overflow.
        if (times > 0 && memory > memoryLeft / times) {
            throw new MalformedDatumException("it asks for far more memory than it has bytes");
        }
        memoryLeft -= times * memory;
        return times;
    }

    @Override
    public void readNull() {}

    @Override
    public boolean readBoolean() {
        return in.readBoolean();
    }

    @Override
    public int readInt() {
        return in.readInt();
    }

    @Override
    public long readLong() {
        return in.readLong();
    }

    @Override
    public float readFloat() {
        return in.readFloat();
    }

    @Override
    public double readDouble() {
        return in.readDouble();
    }

    @Override
    public String readString() {
        return in.readString();
    }

    @Override
    public Utf8 readString(@Nullable Utf8 old) {
        return in.readUtf8();
    }

    @Override
    public ByteBuffer readBytes(@Nullable ByteBuffer old) {
        return in.readBytes();
    }

    @Override
    public void skipString() {
        in.skip(in.readLength());
    }

    @Override
    public void skipBytes() {
        in.skip(in.readLength());
    }

    @Override
    public void readFixed(byte[] target, int start, int length) {
        in.read(target, start, length);
    }

    @Override
    public void skipFixed(int length) {
        in.skip(length);
    }

    @Override
    public int readEnum() {
        return in.readInt();
    }

    @Override
    public int readIndex() {
        int index = in.readInt();
        charge(cost.branch(index));
        return index;
    }

    @Override
    public long readArrayStart() {
        return charged(in.readBlock(0), cost.item());
    }

    @Override
    public long arrayNext() {
        return charged(in.readBlock(0), cost.item());
    }

    @Override
    public long readMapStart() {
        return charged(in.readBlock(0), cost.item());
    }

    @Override
    public long mapNext() {
        return charged(in.readBlock(0), cost.item());
    }

    @Override
    public long skipArray() {
        return in.skipBlocks();
    }

    @Override
    public long skipMap() {
        return in.skipBlocks();
    }
}
