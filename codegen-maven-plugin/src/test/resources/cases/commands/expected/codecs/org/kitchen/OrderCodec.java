package org.kitchen;

import io.tidings.messaging.Generated;
import io.tidings.messaging.avro.DatumInput;
import io.tidings.messaging.avro.DatumOutput;
import io.tidings.messaging.avro.RecordCodec;

/** Writes and reads {@link Order} in Avro's binary encoding, by the schema it was generated from. */
@Generated(document = "asyncapi.yaml", version = "1.0.0")
public final class OrderCodec extends RecordCodec<Order> {
    /** The one instance. */
    public static final OrderCodec INSTANCE = new OrderCodec();

    private OrderCodec() {
        super(Order.class, Order.getClassSchema());
    }

    @Override
    public void write(Order record, DatumOutput out) {
        out.writeString(record.getDish());
    }

    @Override
    public Order read(DatumInput in) {
        Order record = new Order();
        record.setDish(in.readString());
        return record;
    }
}
