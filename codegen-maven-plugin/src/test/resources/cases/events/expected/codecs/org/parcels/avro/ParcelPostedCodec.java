package org.parcels.avro;

import io.tidings.messaging.Generated;
import io.tidings.messaging.avro.DatumInput;
import io.tidings.messaging.avro.DatumOutput;
import io.tidings.messaging.avro.RecordCodec;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;

/** Writes and reads {@link ParcelPosted} in Avro's binary encoding, by the schema it was generated from. */
@Generated(document = "asyncapi.yaml", version = "1.2.0")
public final class ParcelPostedCodec extends RecordCodec<ParcelPosted> {
    /** The one instance. */
    public static final ParcelPostedCodec INSTANCE = new ParcelPostedCodec();

    private ParcelPostedCodec() {
        super(ParcelPosted.class, ParcelPosted.getClassSchema());
    }

    @Override
    public void write(ParcelPosted record, DatumOutput out) {
        out.writeUuid(record.getParcelId());
        out.writeInt(record.getWeightInGrams());
        out.writeDecimal(record.getPrice(), 9, 2);
        out.writeTimestampMillis(record.getPostedAt());
        LocalDate dueOn = record.getDueOn();
        if (dueOn == null) {
            out.writeIndex(0);
        } else {
            out.writeIndex(1);
            out.writeDate(dueOn);
        }
        AddressCodec.INSTANCE.write(record.getTo(), out);
        Address from = record.getFrom();
        if (from == null) {
            out.writeIndex(0);
        } else {
            out.writeIndex(1);
            AddressCodec.INSTANCE.write(from, out);
        }
        writeLabels(record.getLabels(), out);
    }

    private static void writeLabels(Map<String, String> entries, DatumOutput out) {
        int left = out.beginItems(entries.size());
        for (Map.Entry<String, String> entry : entries.entrySet()) {
            out.writeString(entry.getKey());
            out.writeString(entry.getValue());
            left--;
        }
        out.endItems(left);
    }

    @Override
    public ParcelPosted read(DatumInput in) {
        ParcelPosted record = new ParcelPosted();
        record.setParcelId(in.readUuid());
        record.setWeightInGrams(in.readInt());
        record.setPrice(in.readDecimal(2));
        record.setPostedAt(in.readTimestampMillis());
        record.setDueOn(in.readIndex(2) == 0 ? null : in.readDate());
        record.setTo(AddressCodec.INSTANCE.read(in));
        record.setFrom(in.readIndex(2) == 0 ? null : AddressCodec.INSTANCE.read(in));
        record.setLabels(readLabels(in));
        return record;
    }

    private static Map<String, String> readLabels(DatumInput in) {
        int left = in.readBlock(2);
        Map<String, String> entries = new HashMap<>(DatumInput.capacity(left));
        for (; left > 0; left = in.readBlock(2)) {
            for (int i = 0; i < left; i++) {
                entries.put(in.readString(), in.readString());
            }
        }
        return entries;
    }
}
