package gen.application;

import io.tidings.messaging.Generated;
import io.tidings.messaging.avro.DatumInput;
import io.tidings.messaging.avro.DatumOutput;
import io.tidings.messaging.avro.RecordCodec;
import org.jspecify.annotations.NullUnmarked;

/** Writes and reads {@link ParcelCount} in Avro's binary encoding, by the schema it was generated from. */
@Generated(document = "asyncapi.yaml", version = "1.0.0")
@NullUnmarked
public final class ParcelCountCodec extends RecordCodec<ParcelCount> {
    /** The one instance. */
    public static final ParcelCountCodec INSTANCE = new ParcelCountCodec();

    private ParcelCountCodec() {
        super(ParcelCount.class, ParcelCount.getClassSchema());
    }

    @Override
    public void write(ParcelCount record, DatumOutput out) {
        out.writeString(record.getId());
        out.writeLong(record.getRevision());
    }

    @Override
    public ParcelCount read(DatumInput in) {
        ParcelCount record = new ParcelCount();
        record.setId(in.readString());
        record.setRevision(in.readLong());
        return record;
    }
}
