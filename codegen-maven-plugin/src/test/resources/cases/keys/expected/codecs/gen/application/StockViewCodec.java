package gen.application;

import io.tidings.messaging.Generated;
import io.tidings.messaging.avro.DatumInput;
import io.tidings.messaging.avro.DatumOutput;
import io.tidings.messaging.avro.RecordCodec;
import org.jspecify.annotations.NullUnmarked;

/** Writes and reads {@link StockView} in Avro's binary encoding, by the schema it was generated from. */
@Generated(document = "asyncapi.yaml", version = "1.0.0")
@NullUnmarked
public final class StockViewCodec extends RecordCodec<StockView> {
    /** The one instance. */
    public static final StockViewCodec INSTANCE = new StockViewCodec();

    private StockViewCodec() {
        super(StockView.class, StockView.getClassSchema());
    }

    @Override
    public void write(StockView record, DatumOutput out) {
        out.writeLong(record.getPieces());
    }

    @Override
    public StockView read(DatumInput in) {
        StockView record = new StockView();
        record.setPieces(in.readLong());
        return record;
    }
}
