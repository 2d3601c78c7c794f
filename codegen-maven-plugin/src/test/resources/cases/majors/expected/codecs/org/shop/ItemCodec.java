package org.shop;

import io.tidings.messaging.Generated;
import io.tidings.messaging.avro.DatumInput;
import io.tidings.messaging.avro.DatumOutput;
import io.tidings.messaging.avro.RecordCodec;
import java.util.ArrayList;
import java.util.List;

/** Writes and reads {@link Item} in Avro's binary encoding, by the schema it was generated from. */
@Generated(document = "asyncapi.yaml", version = "2.0.0")
public final class ItemCodec extends RecordCodec<Item> {
    /** The one instance. */
    public static final ItemCodec INSTANCE = new ItemCodec();

    private ItemCodec() {
        super(Item.class, Item.getClassSchema());
    }

    @Override
    public void write(Item record, DatumOutput out) {
        out.enter();
        out.writeString(record.getSku());
        out.writeDecimal(record.getPrice(), 12, 2);
        out.writeString(record.getCurrency());
        writeParts(record.getParts(), out);
        out.leave();
    }

    private static void writeParts(List<Item> items, DatumOutput out) {
        int left = out.beginItems(items.size());
        for (Item item : items) {
            ItemCodec.INSTANCE.write(item, out);
            left--;
        }
        out.endItems(left);
    }

    @Override
    public Item read(DatumInput in) {
        Item record = new Item();
        in.enter();
        record.setSku(in.readString());
        record.setPrice(in.readDecimal(2));
        record.setCurrency(in.readString());
        record.setParts(readParts(in));
        in.leave();
        return record;
    }

    private static List<Item> readParts(DatumInput in) {
        int left = in.readBlock(4);
        List<Item> items = new ArrayList<>(left);
        for (; left > 0; left = in.readBlock(4)) {
            for (int i = 0; i < left; i++) {
                items.add(ItemCodec.INSTANCE.read(in));
            }
        }
        return items;
    }
}
