package org.shop;

import io.tidings.messaging.Generated;
import io.tidings.messaging.avro.DatumInput;
import io.tidings.messaging.avro.DatumOutput;
import io.tidings.messaging.avro.RecordCodec;

/** Writes and reads {@link ParcelMoved} in Avro's binary encoding, by the schema it was generated from. */
@Generated(document = "asyncapi.yaml", version = "2.0.0")
public final class ParcelMovedCodec extends RecordCodec<ParcelMoved> {
    /** The one instance. */
    public static final ParcelMovedCodec INSTANCE = new ParcelMovedCodec();

    private ParcelMovedCodec() {
        super(ParcelMoved.class, ParcelMoved.getClassSchema());
    }

    @Override
    public void write(ParcelMoved record, DatumOutput out) {
        out.writeString(record.getTo());
    }

    @Override
    public ParcelMoved read(DatumInput in) {
        ParcelMoved record = new ParcelMoved();
        record.setTo(in.readString());
        return record;
    }
}
