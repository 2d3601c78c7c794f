package org.lights;

import io.tidings.messaging.Generated;
import io.tidings.messaging.avro.DatumInput;
import io.tidings.messaging.avro.DatumOutput;
import io.tidings.messaging.avro.RecordCodec;

/** Writes and reads {@link Measured} in Avro's binary encoding, by the schema it was generated from. */
@Generated(document = "asyncapi.yaml", version = "1.0.0")
public final class MeasuredCodec extends RecordCodec<Measured> {
    /** The one instance. */
    public static final MeasuredCodec INSTANCE = new MeasuredCodec();

    private MeasuredCodec() {
        super(Measured.class, Measured.getClassSchema());
    }

    @Override
    public void write(Measured record, DatumOutput out) {
        PlaceCodec.INSTANCE.write(record.getPlace(), out);
        out.writeString(record.getZone());
        out.writeInt(record.getLumens());
    }

    @Override
    public Measured read(DatumInput in) {
        Measured record = new Measured();
        record.setPlace(PlaceCodec.INSTANCE.read(in));
        record.setZone(in.readString());
        record.setLumens(in.readInt());
        return record;
    }
}
