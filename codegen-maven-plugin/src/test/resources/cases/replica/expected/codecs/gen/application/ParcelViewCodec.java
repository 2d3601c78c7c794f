package gen.application;

import io.tidings.messaging.Generated;
import io.tidings.messaging.avro.DatumInput;
import io.tidings.messaging.avro.DatumOutput;
import io.tidings.messaging.avro.RecordCodec;
import org.jspecify.annotations.NullUnmarked;
import org.parcels.Size;

/** Writes and reads {@link ParcelView} in Avro's binary encoding, by the schema it was generated from. */
@Generated(document = "asyncapi.yaml", version = "1.0.0")
@NullUnmarked
public final class ParcelViewCodec extends RecordCodec<ParcelView> {
    /** The one instance. */
    public static final ParcelViewCodec INSTANCE = new ParcelViewCodec();

    private static final Size[] SIZE_SYMBOLS = Size.values();

    private ParcelViewCodec() {
        super(ParcelView.class, ParcelView.getClassSchema());
    }

    @Override
    public void write(ParcelView record, DatumOutput out) {
        out.writeString(record.getId());
        out.writeInt(record.getWeightInGrams());
        out.writeEnum(record.getSize());
    }

    @Override
    public ParcelView read(DatumInput in) {
        ParcelView record = new ParcelView();
        record.setId(in.readString());
        record.setWeightInGrams(in.readInt());
        record.setSize(in.readEnum(SIZE_SYMBOLS));
        return record;
    }
}
