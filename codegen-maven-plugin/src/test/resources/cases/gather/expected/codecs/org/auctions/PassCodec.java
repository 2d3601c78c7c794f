package org.auctions;

import io.tidings.messaging.Generated;
import io.tidings.messaging.avro.DatumInput;
import io.tidings.messaging.avro.DatumOutput;
import io.tidings.messaging.avro.RecordCodec;

/** Writes and reads {@link Pass} in Avro's binary encoding, by the schema it was generated from. */
@Generated(document = "asyncapi.yaml", version = "1.0.0")
public final class PassCodec extends RecordCodec<Pass> {
    /** The one instance. */
    public static final PassCodec INSTANCE = new PassCodec();

    private PassCodec() {
        super(Pass.class, Pass.getClassSchema());
    }

    @Override
    public void write(Pass record, DatumOutput out) {
        out.writeString(record.getWhy());
    }

    @Override
    public Pass read(DatumInput in) {
        Pass record = new Pass();
        record.setWhy(in.readString());
        return record;
    }
}
