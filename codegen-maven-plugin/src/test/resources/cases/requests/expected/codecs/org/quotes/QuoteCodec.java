package org.quotes;

import io.tidings.messaging.Generated;
import io.tidings.messaging.avro.DatumInput;
import io.tidings.messaging.avro.DatumOutput;
import io.tidings.messaging.avro.RecordCodec;

/** Writes and reads {@link Quote} in Avro's binary encoding, by the schema it was generated from. */
@Generated(document = "asyncapi.yaml", version = "2.0.0")
public final class QuoteCodec extends RecordCodec<Quote> {
    /** The one instance. */
    public static final QuoteCodec INSTANCE = new QuoteCodec();

    private QuoteCodec() {
        super(Quote.class, Quote.getClassSchema());
    }

    @Override
    public void write(Quote record, DatumOutput out) {
        out.writeLong(record.getCents());
    }

    @Override
    public Quote read(DatumInput in) {
        Quote record = new Quote();
        record.setCents(in.readLong());
        return record;
    }
}
