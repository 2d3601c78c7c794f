package org.shop;

import io.tidings.messaging.Generated;
import io.tidings.messaging.avro.DatumInput;
import io.tidings.messaging.avro.DatumOutput;
import io.tidings.messaging.avro.RecordCodec;

/** Writes and reads {@link Locker} in Avro's binary encoding, by the schema it was generated from. */
@Generated(document = "asyncapi.yaml", version = "2.0.0")
public final class LockerCodec extends RecordCodec<Locker> {
    /** The one instance. */
    public static final LockerCodec INSTANCE = new LockerCodec();

    private LockerCodec() {
        super(Locker.class, Locker.getClassSchema());
    }

    @Override
    public void write(Locker record, DatumOutput out) {
        out.writeLong(record.getNumber());
    }

    @Override
    public Locker read(DatumInput in) {
        Locker record = new Locker();
        record.setNumber(in.readLong());
        return record;
    }
}
