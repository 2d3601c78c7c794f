package gen.application;

import io.tidings.messaging.Generated;
import io.tidings.messaging.avro.DatumInput;
import io.tidings.messaging.avro.DatumOutput;
import io.tidings.messaging.avro.RecordCodec;
import org.jspecify.annotations.NullUnmarked;

/** Writes and reads {@link Depots} in Avro's binary encoding, by the schema it was generated from. */
@Generated(document = "asyncapi.yaml", version = "1.0.0")
@NullUnmarked
public final class DepotsCodec extends RecordCodec<Depots> {
    /** The one instance. */
    public static final DepotsCodec INSTANCE = new DepotsCodec();

    private DepotsCodec() {
        super(Depots.class, Depots.getClassSchema());
    }

    @Override
    public void write(Depots record, DatumOutput out) {
        out.writeString(record.getStreet());
    }

    @Override
    public Depots read(DatumInput in) {
        Depots record = new Depots();
        record.setStreet(in.readString());
        return record;
    }
}
