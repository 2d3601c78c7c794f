package org.auctions;

import io.tidings.messaging.Generated;
import io.tidings.messaging.avro.DatumInput;
import io.tidings.messaging.avro.DatumOutput;
import io.tidings.messaging.avro.RecordCodec;

/** Writes and reads {@link Bid} in Avro's binary encoding, by the schema it was generated from. */
@Generated(document = "asyncapi.yaml", version = "1.0.0")
public final class BidCodec extends RecordCodec<Bid> {
    /** The one instance. */
    public static final BidCodec INSTANCE = new BidCodec();

    private BidCodec() {
        super(Bid.class, Bid.getClassSchema());
    }

    @Override
    public void write(Bid record, DatumOutput out) {
        out.writeLong(record.getCents());
    }

    @Override
    public Bid read(DatumInput in) {
        Bid record = new Bid();
        record.setCents(in.readLong());
        return record;
    }
}
