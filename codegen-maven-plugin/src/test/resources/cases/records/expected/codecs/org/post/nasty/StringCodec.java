package org.post.nasty;

import io.tidings.messaging.Generated;
import io.tidings.messaging.avro.DatumInput;
import io.tidings.messaging.avro.DatumOutput;
import io.tidings.messaging.avro.RecordCodec;
import java.lang.Override;
import java.util.ArrayList;
import java.util.List;

/** Writes and reads {@link String} in Avro's binary encoding, by the schema it was generated from. */
@Generated(document = "asyncapi.yaml", version = "2.1.0")
public final class StringCodec extends RecordCodec<String> {
    /** The one instance. */
    public static final StringCodec INSTANCE = new StringCodec();

    private StringCodec() {
        super(String.class, String.getClassSchema());
    }

    @Override
    public void write(String record, DatumOutput out) {
        writeList(record.getList(), out);
    }

    private static void writeList(List<java.lang.String> items, DatumOutput out) {
        int left = out.beginItems(items.size());
        for (java.lang.String item : items) {
            out.writeString(item);
            left--;
        }
        out.endItems(left);
    }

    @Override
    public String read(DatumInput in) {
        String record = new String();
        record.setList(readList(in));
        return record;
    }

    private static List<java.lang.String> readList(DatumInput in) {
        int left = in.readBlock(1);
        List<java.lang.String> items = new ArrayList<>(left);
        for (; left > 0; left = in.readBlock(1)) {
            for (int i = 0; i < left; i++) {
                items.add(in.readString());
            }
        }
        return items;
    }
}
