package org.shop;

import io.tidings.messaging.Generated;
import io.tidings.messaging.avro.DatumInput;
import io.tidings.messaging.avro.DatumOutput;
import io.tidings.messaging.avro.RecordCodec;

/** Writes and reads {@link OrderShipped} in Avro's binary encoding, by the schema it was generated from. */
@Generated(document = "asyncapi.yaml", version = "2.0.0")
public final class OrderShippedCodec extends RecordCodec<OrderShipped> {
    /** The one instance. */
    public static final OrderShippedCodec INSTANCE = new OrderShippedCodec();

    private OrderShippedCodec() {
        super(OrderShipped.class, OrderShipped.getClassSchema());
    }

    @Override
    public void write(OrderShipped record, DatumOutput out) {
        out.writeString(record.getId());
    }

    @Override
    public OrderShipped read(DatumInput in) {
        OrderShipped record = new OrderShipped();
        record.setId(in.readString());
        return record;
    }
}
