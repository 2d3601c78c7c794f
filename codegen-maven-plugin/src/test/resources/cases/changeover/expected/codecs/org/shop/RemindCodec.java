package org.shop;

import io.tidings.messaging.Generated;
import io.tidings.messaging.avro.DatumInput;
import io.tidings.messaging.avro.DatumOutput;
import io.tidings.messaging.avro.RecordCodec;

/** Writes and reads {@link Remind} in Avro's binary encoding, by the schema it was generated from. */
@Generated(document = "asyncapi.yaml", version = "2.0.0")
public final class RemindCodec extends RecordCodec<Remind> {
    /** The one instance. */
    public static final RemindCodec INSTANCE = new RemindCodec();

    private RemindCodec() {
        super(Remind.class, Remind.getClassSchema());
    }

    @Override
    public void write(Remind record, DatumOutput out) {
        out.writeString(record.getOrder());
    }

    @Override
    public Remind read(DatumInput in) {
        Remind record = new Remind();
        record.setOrder(in.readString());
        return record;
    }
}
