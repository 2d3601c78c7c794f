package org.lights;

import io.tidings.messaging.Generated;
import io.tidings.messaging.avro.DatumInput;
import io.tidings.messaging.avro.DatumOutput;
import io.tidings.messaging.avro.RecordCodec;

/** Writes and reads {@link Dim} in Avro's binary encoding, by the schema it was generated from. */
@Generated(document = "asyncapi.yaml", version = "1.0.0")
public final class DimCodec extends RecordCodec<Dim> {
    /** The one instance. */
    public static final DimCodec INSTANCE = new DimCodec();

    private DimCodec() {
        super(Dim.class, Dim.getClassSchema());
    }

    @Override
    public void write(Dim record, DatumOutput out) {
        out.writeInt(record.getPercent());
    }

    @Override
    public Dim read(DatumInput in) {
        Dim record = new Dim();
        record.setPercent(in.readInt());
        return record;
    }
}
