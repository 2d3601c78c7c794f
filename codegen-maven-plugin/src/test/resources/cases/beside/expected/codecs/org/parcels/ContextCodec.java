package org.parcels;

import io.tidings.messaging.Generated;
import io.tidings.messaging.avro.DatumInput;
import io.tidings.messaging.avro.DatumOutput;
import io.tidings.messaging.avro.RecordCodec;
import java.util.UUID;

/** Writes and reads {@link Context} in Avro's binary encoding, by the schema it was generated from. */
@Generated(document = "asyncapi.yaml", version = "1.0.0")
public final class ContextCodec extends RecordCodec<Context> {
    /** The one instance. */
    public static final ContextCodec INSTANCE = new ContextCodec();

    private ContextCodec() {
        super(Context.class, Context.getClassSchema());
    }

    @Override
    public void write(Context record, DatumOutput out) {
        UUID requestId = record.getRequestId();
        if (requestId == null) {
            out.writeIndex(0);
        } else {
            out.writeIndex(1);
            out.writeUuid(requestId);
        }
    }

    @Override
    public Context read(DatumInput in) {
        Context record = new Context();
        record.setRequestId(in.readIndex(2) == 0 ? null : in.readUuid());
        return record;
    }
}
