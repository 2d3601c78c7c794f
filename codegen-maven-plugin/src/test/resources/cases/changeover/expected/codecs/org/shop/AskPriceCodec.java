package org.shop;

import io.tidings.messaging.Generated;
import io.tidings.messaging.avro.DatumInput;
import io.tidings.messaging.avro.DatumOutput;
import io.tidings.messaging.avro.RecordCodec;

/** Writes and reads {@link AskPrice} in Avro's binary encoding, by the schema it was generated from. */
@Generated(document = "asyncapi.yaml", version = "2.0.0")
public final class AskPriceCodec extends RecordCodec<AskPrice> {
    /** The one instance. */
    public static final AskPriceCodec INSTANCE = new AskPriceCodec();

    private AskPriceCodec() {
        super(AskPrice.class, AskPrice.getClassSchema());
    }

    @Override
    public void write(AskPrice record, DatumOutput out) {
        out.writeString(record.getSku());
    }

    @Override
    public AskPrice read(DatumInput in) {
        AskPrice record = new AskPrice();
        record.setSku(in.readString());
        return record;
    }
}
