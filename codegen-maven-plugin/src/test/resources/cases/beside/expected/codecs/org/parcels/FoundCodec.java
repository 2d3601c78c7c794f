package org.parcels;

import io.tidings.messaging.Generated;
import io.tidings.messaging.avro.DatumInput;
import io.tidings.messaging.avro.DatumOutput;
import io.tidings.messaging.avro.RecordCodec;

/** Writes and reads {@link Found} in Avro's binary encoding, by the schema it was generated from. */
@Generated(document = "asyncapi.yaml", version = "1.0.0")
public final class FoundCodec extends RecordCodec<Found> {
    /** The one instance. */
    public static final FoundCodec INSTANCE = new FoundCodec();

    private FoundCodec() {
        super(Found.class, Found.getClassSchema());
    }

    @Override
    public void write(Found record, DatumOutput out) {
        out.writeString(record.getPlace());
    }

    @Override
    public Found read(DatumInput in) {
        Found record = new Found();
        record.setPlace(in.readString());
        return record;
    }
}
