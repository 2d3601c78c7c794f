package org.shop;

import io.tidings.messaging.Generated;
import io.tidings.messaging.avro.DatumInput;
import io.tidings.messaging.avro.DatumOutput;
import io.tidings.messaging.avro.RecordCodec;

/** Writes and reads {@link Price} in Avro's binary encoding, by the schema it was generated from. */
@Generated(document = "asyncapi.yaml", version = "2.0.0")
public final class PriceCodec extends RecordCodec<Price> {
    /** The one instance. */
    public static final PriceCodec INSTANCE = new PriceCodec();

    private PriceCodec() {
        super(Price.class, Price.getClassSchema());
    }

    @Override
    public void write(Price record, DatumOutput out) {
        out.writeLong(record.getCents());
    }

    @Override
    public Price read(DatumInput in) {
        Price record = new Price();
        record.setCents(in.readLong());
        return record;
    }
}
