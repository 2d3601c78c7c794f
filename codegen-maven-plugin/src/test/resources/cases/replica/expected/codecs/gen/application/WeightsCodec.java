package gen.application;

import io.tidings.messaging.Generated;
import io.tidings.messaging.avro.DatumInput;
import io.tidings.messaging.avro.DatumOutput;
import io.tidings.messaging.avro.RecordCodec;
import org.jspecify.annotations.NullUnmarked;
import org.weights.Unit;

/** Writes and reads {@link Weights} in Avro's binary encoding, by the schema it was generated from. */
@Generated(document = "asyncapi.yaml", version = "1.0.0")
@NullUnmarked
public final class WeightsCodec extends RecordCodec<Weights> {
    /** The one instance. */
    public static final WeightsCodec INSTANCE = new WeightsCodec();

    private static final Unit[] UNIT_SYMBOLS = Unit.values();

    private WeightsCodec() {
        super(Weights.class, Weights.getClassSchema());
    }

    @Override
    public void write(Weights record, DatumOutput out) {
        out.writeLong(record.getTotal());
        out.writeEnum(record.getUnit());
    }

    @Override
    public Weights read(DatumInput in) {
        Weights record = new Weights();
        record.setTotal(in.readLong());
        record.setUnit(in.readEnum(UNIT_SYMBOLS));
        return record;
    }
}
