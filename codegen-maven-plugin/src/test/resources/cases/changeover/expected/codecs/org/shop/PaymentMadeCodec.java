package org.shop;

import io.tidings.messaging.Generated;
import io.tidings.messaging.avro.DatumInput;
import io.tidings.messaging.avro.DatumOutput;
import io.tidings.messaging.avro.RecordCodec;

/** Writes and reads {@link PaymentMade} in Avro's binary encoding, by the schema it was generated from. */
@Generated(document = "asyncapi.yaml", version = "2.0.0")
public final class PaymentMadeCodec extends RecordCodec<PaymentMade> {
    /** The one instance. */
    public static final PaymentMadeCodec INSTANCE = new PaymentMadeCodec();

    private PaymentMadeCodec() {
        super(PaymentMade.class, PaymentMade.getClassSchema());
    }

    @Override
    public void write(PaymentMade record, DatumOutput out) {
        out.writeString(record.getOrder());
        out.writeDecimal(record.getAmount(), 12, 2);
    }

    @Override
    public PaymentMade read(DatumInput in) {
        PaymentMade record = new PaymentMade();
        record.setOrder(in.readString());
        record.setAmount(in.readDecimal(2));
        return record;
    }
}
