package org.parcels;

import io.tidings.messaging.Generated;
import io.tidings.messaging.avro.DatumInput;
import io.tidings.messaging.avro.DatumOutput;
import io.tidings.messaging.avro.RecordCodec;

/** Writes and reads {@link ParcelPosted} in Avro's binary encoding, by the schema it was generated from. */
@Generated(document = "asyncapi.yaml", version = "1.0.0")
public final class ParcelPostedCodec extends RecordCodec<ParcelPosted> {
    /** The one instance. */
    public static final ParcelPostedCodec INSTANCE = new ParcelPostedCodec();

    private static final Size[] SIZE_SYMBOLS = Size.values();

    private ParcelPostedCodec() {
        super(ParcelPosted.class, ParcelPosted.getClassSchema());
    }

    @Override
    public void write(ParcelPosted record, DatumOutput out) {
        out.writeString(record.getId());
        out.writeLong(record.getRevision());
        out.writeInt(record.getWeightInGrams());
        out.writeEnum(record.getSize());
        String note = record.getNote();
        if (note == null) {
            out.writeIndex(0);
        } else {
            out.writeIndex(1);
            out.writeString(note);
        }
    }

    @Override
    public ParcelPosted read(DatumInput in) {
        ParcelPosted record = new ParcelPosted();
        record.setId(in.readString());
        record.setRevision(in.readLong());
        record.setWeightInGrams(in.readInt());
        record.setSize(in.readEnum(SIZE_SYMBOLS));
        record.setNote(in.readIndex(2) == 0 ? null : in.readString());
        return record;
    }
}
