package org.warehouse;

import io.tidings.messaging.Generated;
import io.tidings.messaging.avro.DatumInput;
import io.tidings.messaging.avro.DatumOutput;
import io.tidings.messaging.avro.RecordCodec;

/** Writes and reads {@link Count} in Avro's binary encoding, by the schema it was generated from. */
@Generated(document = "asyncapi.yaml", version = "1.0.0")
public final class CountCodec extends RecordCodec<Count> {
    /** The one instance. */
    public static final CountCodec INSTANCE = new CountCodec();

    private CountCodec() {
        super(Count.class, Count.getClassSchema());
    }

    @Override
    public void write(Count record, DatumOutput out) {
        out.writeLong(record.getPieces());
    }

    @Override
    public Count read(DatumInput in) {
        Count record = new Count();
        record.setPieces(in.readLong());
        return record;
    }
}
