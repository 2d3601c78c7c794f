package org.parcels.avro;

import io.tidings.messaging.Generated;
import io.tidings.messaging.avro.DatumInput;
import io.tidings.messaging.avro.DatumOutput;
import io.tidings.messaging.avro.RecordCodec;

/** Writes and reads {@link ParcelDelivered} in Avro's binary encoding, by the schema it was generated from. */
@Generated(document = "asyncapi.yaml", version = "1.2.0")
public final class ParcelDeliveredCodec extends RecordCodec<ParcelDelivered> {
    /** The one instance. */
    public static final ParcelDeliveredCodec INSTANCE = new ParcelDeliveredCodec();

    private ParcelDeliveredCodec() {
        super(ParcelDelivered.class, ParcelDelivered.getClassSchema());
    }

    @Override
    public void write(ParcelDelivered record, DatumOutput out) {
        out.writeUuid(record.getParcelId());
        String signature = record.getSignature();
        if (signature == null) {
            out.writeIndex(0);
        } else {
            out.writeIndex(1);
            out.writeString(signature);
        }
    }

    @Override
    public ParcelDelivered read(DatumInput in) {
        ParcelDelivered record = new ParcelDelivered();
        record.setParcelId(in.readUuid());
        record.setSignature(in.readIndex(2) == 0 ? null : in.readString());
        return record;
    }
}
