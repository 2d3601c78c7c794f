package org.parcels.v2;

import io.tidings.messaging.Generated;
import io.tidings.messaging.avro.DatumInput;
import io.tidings.messaging.avro.DatumOutput;
import io.tidings.messaging.avro.RecordCodec;
import java.time.LocalDate;

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
        out.writeLong(record.getRev());
        Size size = record.getSize();
        if (size == null) {
            out.writeIndex(0);
        } else {
            out.writeIndex(1);
            out.writeEnum(size);
        }
        String city = record.getCity();
        if (city == null) {
            out.writeIndex(0);
        } else {
            out.writeIndex(1);
            out.writeString(city);
        }
        LocalDate due = record.getDue();
        if (due == null) {
            out.writeIndex(0);
        } else {
            out.writeIndex(1);
            out.writeDate(due);
        }
        out.writeUuid(record.getSender());
        out.writeBoolean(record.getHome());
    }

    @Override
    public ParcelPosted read(DatumInput in) {
        ParcelPosted record = new ParcelPosted();
        record.setId(in.readString());
        record.setRev(in.readLong());
        record.setSize(in.readIndex(2) == 0 ? null : in.readEnum(SIZE_SYMBOLS));
        record.setCity(in.readIndex(2) == 0 ? null : in.readString());
        record.setDue(in.readIndex(2) == 0 ? null : in.readDate());
        record.setSender(in.readUuid());
        record.setHome(in.readBoolean());
        return record;
    }
}
