package org.shop;

import io.tidings.messaging.Generated;
import io.tidings.messaging.avro.DatumInput;
import io.tidings.messaging.avro.DatumOutput;
import io.tidings.messaging.avro.RecordCodec;

/** Writes and reads {@link OrderCancelled} in Avro's binary encoding, by the schema it was generated from. */
@Generated(document = "asyncapi.yaml", version = "2.0.0")
public final class OrderCancelledCodec extends RecordCodec<OrderCancelled> {
    /** The one instance. */
    public static final OrderCancelledCodec INSTANCE = new OrderCancelledCodec();

    private static final Why[] WHY_SYMBOLS = Why.values();

    private static final Cost[] COST_SYMBOLS = Cost.values();

    private OrderCancelledCodec() {
        super(OrderCancelled.class, OrderCancelled.getClassSchema());
    }

    @Override
    public void write(OrderCancelled record, DatumOutput out) {
        out.enter();
        out.writeString(record.getId());
        out.writeEnum(record.getCause());
        OrderCancelled after = record.getAfter();
        if (after == null) {
            out.writeIndex(0);
        } else {
            out.writeIndex(1);
            OrderCancelledCodec.INSTANCE.write(after, out);
        }
        writeBy(record.getBy(), out);
        out.writeDouble(record.getFee());
        out.writeEnum(record.getCost());
        out.leave();
    }

    private static void writeBy(Object value, DatumOutput out) {
        if (value instanceof Integer branch) {
            out.writeIndex(0);
            out.writeInt(branch);
        } else if (value instanceof CharSequence branch) {
            out.writeIndex(1);
            out.writeString(branch);
        } else if (value == null) {
            out.writeIndex(2);
        } else {
            throw DatumOutput.noBranch(value);
        }
    }

    @Override
    public OrderCancelled read(DatumInput in) {
        OrderCancelled record = new OrderCancelled();
        in.enter();
        record.setId(in.readString());
        record.setCause(in.readEnum(WHY_SYMBOLS));
        record.setAfter(in.readIndex(2) == 0 ? null : OrderCancelledCodec.INSTANCE.read(in));
        record.setBy(readBy(in));
        record.setFee(in.readDouble());
        record.setCost(in.readEnum(COST_SYMBOLS));
        in.leave();
        return record;
    }

    private static Object readBy(DatumInput in) {
        return switch (in.readIndex(3)) {
            case 0 -> in.readInt();
            case 1 -> in.readString();
            default -> null;
        };
    }
}
