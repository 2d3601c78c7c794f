package org.shop;

import io.tidings.messaging.Generated;
import io.tidings.messaging.avro.DatumInput;
import io.tidings.messaging.avro.DatumOutput;
import io.tidings.messaging.avro.RecordCodec;

/** Writes and reads {@link Opened} in Avro's binary encoding, by the schema it was generated from. */
@Generated(document = "asyncapi.yaml", version = "2.0.0")
public final class OpenedCodec extends RecordCodec<Opened> {
    /** The one instance. */
    public static final OpenedCodec INSTANCE = new OpenedCodec();

    private OpenedCodec() {
        super(Opened.class, Opened.getClassSchema());
    }

    @Override
    public void write(Opened record, DatumOutput out) {
        out.writeString(record.getAt());
    }

    @Override
    public Opened read(DatumInput in) {
        Opened record = new Opened();
        record.setAt(in.readString());
        return record;
    }
}
