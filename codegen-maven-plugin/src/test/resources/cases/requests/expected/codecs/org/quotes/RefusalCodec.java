package org.quotes;

import io.tidings.messaging.Generated;
import io.tidings.messaging.avro.DatumInput;
import io.tidings.messaging.avro.DatumOutput;
import io.tidings.messaging.avro.RecordCodec;

/** Writes and reads {@link Refusal} in Avro's binary encoding, by the schema it was generated from. */
@Generated(document = "asyncapi.yaml", version = "2.0.0")
public final class RefusalCodec extends RecordCodec<Refusal> {
    /** The one instance. */
    public static final RefusalCodec INSTANCE = new RefusalCodec();

    private RefusalCodec() {
        super(Refusal.class, Refusal.getClassSchema());
    }

    @Override
    public void write(Refusal record, DatumOutput out) {
        out.writeString(record.getReason());
    }

    @Override
    public Refusal read(DatumInput in) {
        Refusal record = new Refusal();
        record.setReason(in.readString());
        return record;
    }
}
