package org.shop;

import io.tidings.messaging.Generated;
import io.tidings.messaging.avro.DatumInput;
import io.tidings.messaging.avro.DatumOutput;
import io.tidings.messaging.avro.RecordCodec;

/** Writes and reads {@link Returned} in Avro's binary encoding, by the schema it was generated from. */
@Generated(document = "asyncapi.yaml", version = "2.0.0")
public final class ReturnedCodec extends RecordCodec<Returned> {
    /** The one instance. */
    public static final ReturnedCodec INSTANCE = new ReturnedCodec();

    private ReturnedCodec() {
        super(Returned.class, Returned.getClassSchema());
    }

    @Override
    public void write(Returned record, DatumOutput out) {
        out.writeString(record.getOrder());
    }

    @Override
    public Returned read(DatumInput in) {
        Returned record = new Returned();
        record.setOrder(in.readString());
        return record;
    }
}
