package org.parcels;

import io.tidings.messaging.Generated;
import io.tidings.messaging.avro.DatumInput;
import io.tidings.messaging.avro.DatumOutput;
import io.tidings.messaging.avro.RecordCodec;

/** Writes and reads {@link Claim} in Avro's binary encoding, by the schema it was generated from. */
@Generated(document = "asyncapi.yaml", version = "1.0.0")
public final class ClaimCodec extends RecordCodec<Claim> {
    /** The one instance. */
    public static final ClaimCodec INSTANCE = new ClaimCodec();

    private ClaimCodec() {
        super(Claim.class, Claim.getClassSchema());
    }

    @Override
    public void write(Claim record, DatumOutput out) {
        out.writeString(record.getRequestId());
    }

    @Override
    public Claim read(DatumInput in) {
        Claim record = new Claim();
        record.setRequestId(in.readString());
        return record;
    }
}
