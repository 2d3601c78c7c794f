package io.tidings.messaging.serde;

import io.tidings.messaging.avro.DatumOutput;
import org.apache.avro.io.BinaryEncoder;

/** Lets Avro's own writers write into the same output as generated codecs do: no stream between. For one thread. */
final class ByteArrayEncoder extends BinaryEncoder {

    private final DatumOutput out;

    ByteArrayEncoder(DatumOutput out) {
        this.out = out;
    }

    @Override
    public void writeBoolean(boolean value) {
        out.writeBoolean(value);
    }

    @Override
    public void writeInt(int value) {
        out.writeInt(value);
    }

    @Override
    public void writeLong(long value) {
        out.writeLong(value);
    }

    @Override
    public void writeFloat(float value) {
        out.writeFloat(value);
    }

    @Override
    public void writeDouble(double value) {
        out.writeDouble(value);
    }

    @Override
    public void writeString(String text) {
        out.writeString(text);
    }

    @Override
    public void writeFixed(byte[] bytes, int start, int length) {
        out.write(bytes, start, length);
    }

    @Override
    protected void writeZero() {
        out.writeInt(0);
    }

    @Override
    public int bytesBuffered() {
        return out.size();
    }

    @Override
    public void flush() {}
}
