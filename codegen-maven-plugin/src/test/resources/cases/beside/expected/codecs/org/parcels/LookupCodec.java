package org.parcels;

import io.tidings.messaging.Generated;
import io.tidings.messaging.avro.DatumInput;
import io.tidings.messaging.avro.DatumOutput;
import io.tidings.messaging.avro.RecordCodec;

/** Writes and reads {@link Lookup} in Avro's binary encoding, by the schema it was generated from. */
@Generated(document = "asyncapi.yaml", version = "1.0.0")
public final class LookupCodec extends RecordCodec<Lookup> {
    /** The one instance. */
    public static final LookupCodec INSTANCE = new LookupCodec();

    private LookupCodec() {
        super(Lookup.class, Lookup.getClassSchema());
    }

    @Override
    public void write(Lookup record, DatumOutput out) {
        String answerTo = record.getAnswerTo();
        if (answerTo == null) {
            out.writeIndex(0);
        } else {
            out.writeIndex(1);
            out.writeString(answerTo);
        }
    }

    @Override
    public Lookup read(DatumInput in) {
        Lookup record = new Lookup();
        record.setAnswerTo(in.readIndex(2) == 0 ? null : in.readString());
        return record;
    }
}
