package org.parcels;

import io.tidings.messaging.Generated;
import io.tidings.messaging.avro.DatumInput;
import io.tidings.messaging.avro.DatumOutput;
import io.tidings.messaging.avro.RecordCodec;

/** Writes and reads {@link ClaimRequest} in Avro's binary encoding, by the schema it was generated from. */
@Generated(document = "asyncapi.yaml", version = "1.0.0")
public final class ClaimRequestCodec extends RecordCodec<ClaimRequest> {
    /** The one instance. */
    public static final ClaimRequestCodec INSTANCE = new ClaimRequestCodec();

    private ClaimRequestCodec() {
        super(ClaimRequest.class, ClaimRequest.getClassSchema());
    }

    @Override
    public void write(ClaimRequest record, DatumOutput out) {
        ContextCodec.INSTANCE.write(record.getContext(), out);
    }

    @Override
    public ClaimRequest read(DatumInput in) {
        ClaimRequest record = new ClaimRequest();
        record.setContext(ContextCodec.INSTANCE.read(in));
        return record;
    }
}
