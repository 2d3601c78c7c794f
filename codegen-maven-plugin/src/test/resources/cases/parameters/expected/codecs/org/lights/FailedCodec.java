package org.lights;

import io.tidings.messaging.Generated;
import io.tidings.messaging.avro.DatumInput;
import io.tidings.messaging.avro.DatumOutput;
import io.tidings.messaging.avro.RecordCodec;

/** Writes and reads {@link Failed} in Avro's binary encoding, by the schema it was generated from. */
@Generated(document = "asyncapi.yaml", version = "1.0.0")
public final class FailedCodec extends RecordCodec<Failed> {
    /** The one instance. */
    public static final FailedCodec INSTANCE = new FailedCodec();

    private FailedCodec() {
        super(Failed.class, Failed.getClassSchema());
    }

    @Override
    public void write(Failed record, DatumOutput out) {
        Place place = record.getPlace();
        if (place == null) {
            out.writeIndex(0);
        } else {
            out.writeIndex(1);
            PlaceCodec.INSTANCE.write(place, out);
        }
        out.writeString(record.getZone());
    }

    @Override
    public Failed read(DatumInput in) {
        Failed record = new Failed();
        record.setPlace(in.readIndex(2) == 0 ? null : PlaceCodec.INSTANCE.read(in));
        record.setZone(in.readString());
        return record;
    }
}
