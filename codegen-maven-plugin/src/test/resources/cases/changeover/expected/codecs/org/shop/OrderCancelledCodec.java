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

    private OrderCancelledCodec() {
        super(OrderCancelled.class, OrderCancelled.getClassSchema());
    }

    @Override
    public void write(OrderCancelled record, DatumOutput out) {
        out.writeString(record.getId());
        out.writeString(record.getWhy());
    }

    @Override
    public OrderCancelled read(DatumInput in) {
        OrderCancelled record = new OrderCancelled();
        record.setId(in.readString());
        record.setWhy(in.readString());
        return record;
    }
}
