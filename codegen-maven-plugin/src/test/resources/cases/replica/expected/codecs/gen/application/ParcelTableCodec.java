package gen.application;

import io.tidings.messaging.Generated;
import io.tidings.messaging.avro.DatumInput;
import io.tidings.messaging.avro.DatumOutput;
import io.tidings.messaging.avro.RecordCodec;
import org.jspecify.annotations.NullUnmarked;
import org.parcels.Size;

/** Writes and reads {@link ParcelTable} in Avro's binary encoding, by the schema it was generated from. */
@Generated(document = "asyncapi.yaml", version = "1.0.0")
@NullUnmarked
public final class ParcelTableCodec extends RecordCodec<ParcelTable> {
    /** The one instance. */
    public static final ParcelTableCodec INSTANCE = new ParcelTableCodec();

    private static final Size[] SIZE_SYMBOLS = Size.values();

    private ParcelTableCodec() {
        super(ParcelTable.class, ParcelTable.getClassSchema());
    }

    @Override
    public void write(ParcelTable record, DatumOutput out) {
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
    public ParcelTable read(DatumInput in) {
        ParcelTable record = new ParcelTable();
        record.setId(in.readString());
        record.setRevision(in.readLong());
        record.setWeightInGrams(in.readInt());
        record.setSize(in.readEnum(SIZE_SYMBOLS));
        record.setNote(in.readIndex(2) == 0 ? null : in.readString());
        return record;
    }
}
