package org.shop;

import io.tidings.messaging.Generated;
import io.tidings.messaging.avro.DatumInput;
import io.tidings.messaging.avro.DatumOutput;
import io.tidings.messaging.avro.RecordCodec;

/** Writes and reads {@link Counted} in Avro's binary encoding, by the schema it was generated from. */
@Generated(document = "asyncapi.yaml", version = "2.0.0")
public final class CountedCodec extends RecordCodec<Counted> {
    /** The one instance. */
    public static final CountedCodec INSTANCE = new CountedCodec();

    private CountedCodec() {
        super(Counted.class, Counted.getClassSchema());
    }

    @Override
    public void write(Counted record, DatumOutput out) {
        out.writeString(record.getSku());
        out.writeInt(record.getN());
    }

    @Override
    public Counted read(DatumInput in) {
        Counted record = new Counted();
        record.setSku(in.readString());
        record.setN(in.readInt());
        return record;
    }
}
