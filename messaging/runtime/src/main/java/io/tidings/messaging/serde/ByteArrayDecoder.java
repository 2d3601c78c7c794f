package io.tidings.messaging.serde;

import io.tidings.messaging.avro.DatumInput;
import java.nio.ByteBuffer;
import org.apache.avro.io.Decoder;
import org.apache.avro.util.Utf8;
import org.jspecify.annotations.Nullable;

/**
 * Lets Avro's resolving readers read from the same input as generated codecs do, with the same bounds. For one thread.
 *
 * <p>It does not tell {@link #remainingBytes}. Avro 1.12.2 multiplies an array's count by what an item takes in the
 * <em>reader's</em> schema, so that it refuses short arrays whose items have fields the writer did not know.
 */
final class ByteArrayDecoder extends Decoder {

    private final DatumInput in;

    ByteArrayDecoder(DatumInput in) {
        this.in = in;
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
        return in.readInt();
    }

    @Override
    public long readArrayStart() {
        return in.readBlock(0);
    }

    @Override
    public long arrayNext() {
        return in.readBlock(0);
    }

    @Override
    public long readMapStart() {
        return in.readBlock(0);
    }

    @Override
    public long mapNext() {
        return in.readBlock(0);
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
