package org.parcels;

import io.tidings.messaging.Generated;
import io.tidings.messaging.avro.DatumInput;
import io.tidings.messaging.avro.DatumOutput;
import io.tidings.messaging.avro.RecordCodec;

/** Writes and reads {@link Parcel} in Avro's binary encoding, by the schema it was generated from. */
@Generated(document = "asyncapi.yaml", version = "1.0.0")
public final class ParcelCodec extends RecordCodec<Parcel> {
    /** The one instance. */
    public static final ParcelCodec INSTANCE = new ParcelCodec();

    private ParcelCodec() {
        super(Parcel.class, Parcel.getClassSchema());
    }

    @Override
    public void write(Parcel record, DatumOutput out) {
        out.writeInt(record.getGrams());
    }

    @Override
    public Parcel read(DatumInput in) {
        Parcel record = new Parcel();
        record.setGrams(in.readInt());
        return record;
    }
}
