package gen.application;

import io.tidings.messaging.Generated;
import io.tidings.messaging.avro.DatumInput;
import io.tidings.messaging.avro.DatumOutput;
import io.tidings.messaging.avro.RecordCodec;
import java.time.LocalDate;
import org.jspecify.annotations.NullUnmarked;
import org.parcels.v2.Size;

/** Writes and reads {@link Deliveries} in Avro's binary encoding, by the schema it was generated from. */
@Generated(document = "asyncapi.yaml", version = "1.0.0")
@NullUnmarked
public final class DeliveriesCodec extends RecordCodec<Deliveries> {
    /** The one instance. */
    public static final DeliveriesCodec INSTANCE = new DeliveriesCodec();

    private static final Size[] SIZE_SYMBOLS = Size.values();

    private DeliveriesCodec() {
        super(Deliveries.class, Deliveries.getClassSchema());
    }

    @Override
    public void write(Deliveries record, DatumOutput out) {
        out.writeString(record.getId());
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
        out.writeLong(record.getRev());
    }

    @Override
    public Deliveries read(DatumInput in) {
        Deliveries record = new Deliveries();
        record.setId(in.readString());
        record.setSize(in.readIndex(2) == 0 ? null : in.readEnum(SIZE_SYMBOLS));
        record.setCity(in.readIndex(2) == 0 ? null : in.readString());
        record.setDue(in.readIndex(2) == 0 ? null : in.readDate());
        record.setSender(in.readUuid());
        record.setHome(in.readBoolean());
        record.setRev(in.readLong());
        return record;
    }
}
