package org.shop;

import io.tidings.messaging.Generated;
import io.tidings.messaging.avro.DatumInput;
import io.tidings.messaging.avro.DatumOutput;
import io.tidings.messaging.avro.RecordCodec;

/** Writes and reads {@link OrderPlaced} in Avro's binary encoding, by the schema it was generated from. */
@Generated(document = "asyncapi.yaml", version = "2.0.0")
public final class OrderPlacedCodec extends RecordCodec<OrderPlaced> {
    /** The one instance. */
    public static final OrderPlacedCodec INSTANCE = new OrderPlacedCodec();

    private OrderPlacedCodec() {
        super(OrderPlaced.class, OrderPlaced.getClassSchema());
    }

    @Override
    public void write(OrderPlaced record, DatumOutput out) {
        out.writeString(record.getId());
        out.writeLong(record.getAmount());
        out.writeString(record.getCurrency());
    }

    @Override
    public OrderPlaced read(DatumInput in) {
        OrderPlaced record = new OrderPlaced();
        record.setId(in.readString());
        record.setAmount(in.readLong());
        record.setCurrency(in.readString());
        return record;
    }
}
