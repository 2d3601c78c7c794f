package org.hostile;

import io.tidings.messaging.Generated;
import io.tidings.messaging.avro.DatumInput;
import io.tidings.messaging.avro.DatumOutput;
import io.tidings.messaging.avro.RecordCodec;
import java.lang.CharSequence;
import java.lang.Integer;
import java.lang.Object;
import java.lang.Override;

/** Writes and reads {@link String} in Avro's binary encoding, by the schema it was generated from. */
@Generated(document = "asyncapi.yaml", version = "1.0.0\" */ \\u0022")
public final class StringCodec extends RecordCodec<String> {
    /** The one instance. */
    public static final StringCodec INSTANCE = new StringCodec();

    private static final public$[] PUBLIC$_SYMBOLS = public$.values();

    private StringCodec() {
        super(String.class, String.getClassSchema());
    }

    @Override
    public void write(String record, DatumOutput out) {
        out.writeString(record.getClass$());
        out.writeEnum(record.getPackage$());
        writeSchema(record.getSchema$(), out);
    }

    private static void writeSchema(Object value, DatumOutput out) {
        if (value == null) {
            out.writeIndex(0);
        } else if (value instanceof Integer branch) {
            out.writeIndex(1);
            out.writeInt(branch);
        } else if (value instanceof CharSequence branch) {
            out.writeIndex(2);
            out.writeString(branch);
        } else {
            throw DatumOutput.noBranch(value);
        }
    }

    @Override
    public String read(DatumInput in) {
        String record = new String();
        record.setClass$(in.readString());
        record.setPackage$(in.readEnum(PUBLIC$_SYMBOLS));
        record.setSchema$(readSchema(in));
        return record;
    }

    private static Object readSchema(DatumInput in) {
        return switch (in.readIndex(3)) {
            case 0 -> null;
            case 1 -> in.readInt();
            default -> in.readString();
        };
    }
}
