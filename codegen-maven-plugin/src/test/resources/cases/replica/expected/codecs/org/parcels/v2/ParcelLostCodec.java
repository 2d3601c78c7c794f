package org.parcels.v2;

import io.tidings.messaging.Generated;
import io.tidings.messaging.avro.DatumInput;
import io.tidings.messaging.avro.DatumOutput;
import io.tidings.messaging.avro.RecordCodec;

/** Writes and reads {@link ParcelLost} in Avro's binary encoding, by the schema it was generated from. */
@Generated(document = "asyncapi.yaml", version = "1.0.0")
public final class ParcelLostCodec extends RecordCodec<ParcelLost> {
    /** The one instance. */
    public static final ParcelLostCodec INSTANCE = new ParcelLostCodec();

    private ParcelLostCodec() {
        super(ParcelLost.class, ParcelLost.getClassSchema());
    }

    @Override
    public void write(ParcelLost record, DatumOutput out) {
        out.writeLong(record.getRevision());
    }

    @Override
    public ParcelLost read(DatumInput in) {
        ParcelLost record = new ParcelLost();
        record.setRevision(in.readLong());
        return record;
    }
}
