package org.shop;

import io.tidings.messaging.Generated;
import io.tidings.messaging.avro.DatumInput;
import io.tidings.messaging.avro.DatumOutput;
import io.tidings.messaging.avro.RecordCodec;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Writes and reads {@link OrderPlaced} in Avro's binary encoding, by the schema it was generated from. */
@Generated(document = "asyncapi.yaml", version = "2.0.0")
public final class OrderPlacedCodec extends RecordCodec<OrderPlaced> {
    /** The one instance. */
    public static final OrderPlacedCodec INSTANCE = new OrderPlacedCodec();

    private static final Size[] SIZE_SYMBOLS = Size.values();

    private OrderPlacedCodec() {
        super(OrderPlaced.class, OrderPlaced.getClassSchema());
    }

    @Override
    public void write(OrderPlaced record, DatumOutput out) {
        out.writeUuid(record.getId());
        out.writeEnum(record.getSize());
        out.writeLong(record.getAmount());
        out.writeString(record.getNote());
        out.writeString(record.getCustomer());
        writeLines(record.getLines(), out);
        writeTo(record.getTo(), out);
        writeTags(record.getTags(), out);
        out.writeTimestampMicros(record.getAt());
        out.writeFixed(record.getCode(), 2);
        out.writeBytes(record.getPhoto());
        out.writeString(record.getShop());
    }

    private static void writeLines(List<Item> items, DatumOutput out) {
        int left = out.beginItems(items.size());
        for (Item item : items) {
            ItemCodec.INSTANCE.write(item, out);
            left--;
        }
        out.endItems(left);
    }

    private static void writeTo(Object value, DatumOutput out) {
        if (value instanceof Locker branch) {
            out.writeIndex(0);
            LockerCodec.INSTANCE.write(branch, out);
        } else if (value instanceof Address branch) {
            out.writeIndex(1);
            AddressCodec.INSTANCE.write(branch, out);
        } else if (value instanceof Size branch) {
            out.writeIndex(2);
            out.writeEnum(branch);
        } else if (value instanceof Collection<?> branch) {
            out.writeIndex(3);
            writeToItems(branch, out);
        } else {
            throw DatumOutput.noBranch(value);
        }
    }

    private static void writeToItems(Collection<?> items, DatumOutput out) {
        int left = out.beginItems(items.size());
        for (Object item : items) {
            out.writeEnum((Size) item);
            left--;
        }
        out.endItems(left);
    }

    private static void writeTags(Map<String, Long> entries, DatumOutput out) {
        int left = out.beginItems(entries.size());
        for (Map.Entry<String, Long> entry : entries.entrySet()) {
            out.writeString(entry.getKey());
            Long value = entry.getValue();
            if (value == null) {
                out.writeIndex(0);
            } else {
                out.writeIndex(1);
                out.writeLong(value);
            }
            left--;
        }
        out.endItems(left);
    }

    @Override
    public OrderPlaced read(DatumInput in) {
        OrderPlaced record = new OrderPlaced();
        record.setId(in.readUuid());
        record.setSize(in.readEnum(SIZE_SYMBOLS));
        record.setAmount(in.readLong());
        record.setNote(in.readString());
        record.setCustomer(in.readString());
        record.setLines(readLines(in));
        record.setTo(readTo(in));
        record.setTags(readTags(in));
        record.setAt(in.readTimestampMicros());
        record.setCode(new Code(in.readFixed(2)));
        record.setPhoto(in.readBytes());
        record.setShop(in.readString());
        return record;
    }

    private static List<Item> readLines(DatumInput in) {
        int left = in.readBlock(4);
        List<Item> items = new ArrayList<>(left);
        for (; left > 0; left = in.readBlock(4)) {
            for (int i = 0; i < left; i++) {
                items.add(ItemCodec.INSTANCE.read(in));
            }
        }
        return items;
    }

    private static Object readTo(DatumInput in) {
        return switch (in.readIndex(4)) {
            case 0 -> LockerCodec.INSTANCE.read(in);
            case 1 -> AddressCodec.INSTANCE.read(in);
            case 2 -> in.readEnum(SIZE_SYMBOLS);
            default -> readToItems(in);
        };
    }

    private static List<Size> readToItems(DatumInput in) {
        int left = in.readBlock(1);
        List<Size> items = new ArrayList<>(left);
        for (; left > 0; left = in.readBlock(1)) {
            for (int i = 0; i < left; i++) {
                items.add(in.readEnum(SIZE_SYMBOLS));
            }
        }
        return items;
    }

    private static Map<String, Long> readTags(DatumInput in) {
        int left = in.readBlock(2);
        Map<String, Long> entries = new HashMap<>(DatumInput.capacity(left));
        for (; left > 0; left = in.readBlock(2)) {
            for (int i = 0; i < left; i++) {
                entries.put(in.readString(), in.readIndex(2) == 0 ? null : in.readLong());
            }
        }
        return entries;
    }
}
