package gen.application;

import io.tidings.messaging.Generated;
import io.tidings.messaging.avro.DatumInput;
import io.tidings.messaging.avro.DatumOutput;
import io.tidings.messaging.avro.RecordCodec;
import io.tidings.messaging.serde.ExistingRecords;
import org.jspecify.annotations.NullUnmarked;
import org.shared.Money;

/** Writes and reads {@link PaidView} in Avro's binary encoding, by the schema it was generated from. */
@Generated(document = "asyncapi.yaml", version = "1.0.0")
@NullUnmarked
public final class PaidViewCodec extends RecordCodec<PaidView> {
    /** The one instance. */
    public static final PaidViewCodec INSTANCE = new PaidViewCodec();

    private static final RecordCodec<Money> MONEY = ExistingRecords.codec(Money.class);

    private PaidViewCodec() {
        super(PaidView.class, PaidView.getClassSchema());
    }

    @Override
    public void write(PaidView record, DatumOutput out) {
        out.writeString(record.getId());
        MONEY.write(record.getTotal(), out);
    }

    @Override
    public PaidView read(DatumInput in) {
        PaidView record = new PaidView();
        record.setId(in.readString());
        record.setTotal(MONEY.read(in));
        return record;
    }
}
