package org.warehouse;

import io.tidings.messaging.Generated;
import io.tidings.messaging.avro.DatumInput;
import io.tidings.messaging.avro.DatumOutput;
import io.tidings.messaging.avro.RecordCodec;

/** Writes and reads {@link HowMany} in Avro's binary encoding, by the schema it was generated from. */
@Generated(document = "asyncapi.yaml", version = "1.0.0")
public final class HowManyCodec extends RecordCodec<HowMany> {
    /** The one instance. */
    public static final HowManyCodec INSTANCE = new HowManyCodec();

    private HowManyCodec() {
        super(HowMany.class, HowMany.getClassSchema());
    }

    @Override
    public void write(HowMany record, DatumOutput out) {
        out.writeString(record.getSku());
    }

    @Override
    public HowMany read(DatumInput in) {
        HowMany record = new HowMany();
        record.setSku(in.readString());
        return record;
    }
}
