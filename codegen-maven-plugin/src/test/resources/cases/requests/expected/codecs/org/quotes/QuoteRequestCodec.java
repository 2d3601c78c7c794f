package org.quotes;

import io.tidings.messaging.Generated;
import io.tidings.messaging.avro.DatumInput;
import io.tidings.messaging.avro.DatumOutput;
import io.tidings.messaging.avro.RecordCodec;

/** Writes and reads {@link QuoteRequest} in Avro's binary encoding, by the schema it was generated from. */
@Generated(document = "asyncapi.yaml", version = "2.0.0")
public final class QuoteRequestCodec extends RecordCodec<QuoteRequest> {
    /** The one instance. */
    public static final QuoteRequestCodec INSTANCE = new QuoteRequestCodec();

    private QuoteRequestCodec() {
        super(QuoteRequest.class, QuoteRequest.getClassSchema());
    }

    @Override
    public void write(QuoteRequest record, DatumOutput out) {
        out.writeInt(record.getWeightInGrams());
    }

    @Override
    public QuoteRequest read(DatumInput in) {
        QuoteRequest record = new QuoteRequest();
        record.setWeightInGrams(in.readInt());
        return record;
    }
}
