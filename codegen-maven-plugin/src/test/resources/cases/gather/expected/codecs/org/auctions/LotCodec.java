package org.auctions;

import io.tidings.messaging.Generated;
import io.tidings.messaging.avro.DatumInput;
import io.tidings.messaging.avro.DatumOutput;
import io.tidings.messaging.avro.RecordCodec;

/** Writes and reads {@link Lot} in Avro's binary encoding, by the schema it was generated from. */
@Generated(document = "asyncapi.yaml", version = "1.0.0")
public final class LotCodec extends RecordCodec<Lot> {
    /** The one instance. */
    public static final LotCodec INSTANCE = new LotCodec();

    private LotCodec() {
        super(Lot.class, Lot.getClassSchema());
    }

    @Override
    public void write(Lot record, DatumOutput out) {
        out.writeString(record.getTitle());
    }

    @Override
    public Lot read(DatumInput in) {
        Lot record = new Lot();
        record.setTitle(in.readString());
        return record;
    }
}
