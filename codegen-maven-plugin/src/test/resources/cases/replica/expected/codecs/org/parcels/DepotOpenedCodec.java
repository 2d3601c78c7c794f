package org.parcels;

import io.tidings.messaging.Generated;
import io.tidings.messaging.avro.DatumInput;
import io.tidings.messaging.avro.DatumOutput;
import io.tidings.messaging.avro.RecordCodec;

/** Writes and reads {@link DepotOpened} in Avro's binary encoding, by the schema it was generated from. */
@Generated(document = "asyncapi.yaml", version = "1.0.0")
public final class DepotOpenedCodec extends RecordCodec<DepotOpened> {
    /** The one instance. */
    public static final DepotOpenedCodec INSTANCE = new DepotOpenedCodec();

    private DepotOpenedCodec() {
        super(DepotOpened.class, DepotOpened.getClassSchema());
    }

    @Override
    public void write(DepotOpened record, DatumOutput out) {
        out.writeString(record.getStreet());
    }

    @Override
    public DepotOpened read(DatumInput in) {
        DepotOpened record = new DepotOpened();
        record.setStreet(in.readString());
        return record;
    }
}
