package org.post;

import io.tidings.messaging.Generated;
import io.tidings.messaging.avro.DatumInput;
import io.tidings.messaging.avro.DatumOutput;
import io.tidings.messaging.avro.RecordCodec;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Writes and reads {@link Posted} in Avro's binary encoding, by the schema it was generated from. */
@Generated(document = "asyncapi.yaml", version = "2.1.0")
public final class PostedCodec extends RecordCodec<Posted> {
    /** The one instance. */
    public static final PostedCodec INSTANCE = new PostedCodec();

    private static final Size[] SIZE_SYMBOLS = Size.values();

    private PostedCodec() {
        super(Posted.class, Posted.getClassSchema());
    }

    @Override
    public void write(Posted record, DatumOutput out) {
        out.writeUuid(record.getId());
        out.writeInt(record.getGrams());
        String note = record.getNote();
        if (note == null) {
            out.writeIndex(0);
        } else {
            out.writeIndex(1);
            out.writeString(note);
        }
        out.writeTimestampMillis(record.getAt());
        out.writeDecimal(record.getPrice(), 9, 2);
        out.writeEnum(record.getSize());
        out.writeFixed(record.getMark(), 4);
        writeTo(record.getTo(), out);
        writeTags(record.getTags(), out);
        writeStops(record.getStops(), out);
    }

    private static void writeTo(Object value, DatumOutput out) {
        if (value instanceof Address branch) {
            out.writeIndex(0);
            AddressCodec.INSTANCE.write(branch, out);
        } else if (value instanceof Locker branch) {
            out.writeIndex(1);
            LockerCodec.INSTANCE.write(branch, out);
        } else if (value instanceof Size branch) {
            out.writeIndex(2);
            out.writeEnum(branch);
        } else if (value == null) {
            out.writeIndex(3);
        } else if (value instanceof CharSequence branch) {
            out.writeIndex(4);
            out.writeString(branch);
        } else {
            throw DatumOutput.noBranch(value);
        }
    }

    private static void writeTags(Map<String, String> entries, DatumOutput out) {
        int left = out.beginItems(entries.size());
        for (Map.Entry<String, String> entry : entries.entrySet()) {
            out.writeString(entry.getKey());
            String value = entry.getValue();
            if (value == null) {
                out.writeIndex(0);
            } else {
                out.writeIndex(1);
                out.writeString(value);
            }
            left--;
        }
        out.endItems(left);
    }

    private static void writeStops(List<Address> items, DatumOutput out) {
        int left = out.beginItems(items.size());
        for (Address item : items) {
            AddressCodec.INSTANCE.write(item, out);
            left--;
        }
        out.endItems(left);
    }

    @Override
    public Posted read(DatumInput in) {
        Posted record = new Posted();
        record.setId(in.readUuid());
        record.setGrams(in.readInt());
        record.setNote(in.readIndex(2) == 0 ? null : in.readString());
        record.setAt(in.readTimestampMillis());
        record.setPrice(in.readDecimal(2));
        record.setSize(in.readEnum(SIZE_SYMBOLS));
        record.setMark(new Mark(in.readFixed(4)));
        record.setTo(readTo(in));
        record.setTags(readTags(in));
        record.setStops(readStops(in));
        return record;
    }

    private static Object readTo(DatumInput in) {
        return switch (in.readIndex(5)) {
            case 0 -> AddressCodec.INSTANCE.read(in);
            case 1 -> LockerCodec.INSTANCE.read(in);
            case 2 -> in.readEnum(SIZE_SYMBOLS);
            case 3 -> null;
            default -> in.readString();
        };
    }

    private static Map<String, String> readTags(DatumInput in) {
        int left = in.readBlock(2);
        Map<String, String> entries = new HashMap<>(DatumInput.capacity(left));
        for (; left > 0; left = in.readBlock(2)) {
            for (int i = 0; i < left; i++) {
                entries.put(in.readString(), in.readIndex(2) == 0 ? null : in.readString());
            }
        }
        return entries;
    }

    private static List<Address> readStops(DatumInput in) {
        int left = in.readBlock(1);
        List<Address> items = new ArrayList<>(left);
        for (; left > 0; left = in.readBlock(1)) {
            for (int i = 0; i < left; i++) {
                items.add(AddressCodec.INSTANCE.read(in));
            }
        }
        return items;
    }
}
