package org.shop;

import io.tidings.messaging.Generated;
import io.tidings.messaging.avro.DatumInput;
import io.tidings.messaging.avro.DatumOutput;
import io.tidings.messaging.avro.RecordCodec;
import io.tidings.messaging.serde.ExistingRecords;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.shared.Currency;
import org.shared.Money;
import org.shared.Seal;

/** Writes and reads {@link Paid} in Avro's binary encoding, by the schema it was generated from. */
@Generated(document = "asyncapi.yaml", version = "1.0.0")
public final class PaidCodec extends RecordCodec<Paid> {
    /** The one instance. */
    public static final PaidCodec INSTANCE = new PaidCodec();

    private static final Currency[] CURRENCY_SYMBOLS = Currency.values();

    private static final RecordCodec<Money> MONEY = ExistingRecords.codec(Money.class);

    private static final RecordCodec<Seal> SEAL = ExistingRecords.codec(Seal.class);

    private PaidCodec() {
        super(Paid.class, Paid.getClassSchema());
    }

    @Override
    public void write(Paid record, DatumOutput out) {
        out.writeString(record.getId());
        MONEY.write(record.getTotal(), out);
        writeParts(record.getParts(), out);
        writeLimits(record.getLimits(), out);
        SEAL.write(record.getSeal(), out);
        Money refund = record.getRefund();
        if (refund == null) {
            out.writeIndex(0);
        } else {
            out.writeIndex(1);
            MONEY.write(refund, out);
        }
        writeEither(record.getEither(), out);
        out.writeDecimal(record.getFee(), 8, 3);
    }

    private static void writeParts(List<Money> items, DatumOutput out) {
        int left = out.beginItems(items.size());
        for (Money item : items) {
            MONEY.write(item, out);
            left--;
        }
        out.endItems(left);
    }

    private static void writeLimits(Map<String, Money> entries, DatumOutput out) {
        int left = out.beginItems(entries.size());
        for (Map.Entry<String, Money> entry : entries.entrySet()) {
            out.writeString(entry.getKey());
            Money value = entry.getValue();
            if (value == null) {
                out.writeIndex(0);
            } else {
                out.writeIndex(1);
                MONEY.write(value, out);
            }
            left--;
        }
        out.endItems(left);
    }

    private static void writeEither(Object value, DatumOutput out) {
        if (value instanceof CharSequence branch) {
            out.writeIndex(0);
            out.writeString(branch);
        } else if (value instanceof Currency branch) {
            out.writeIndex(1);
            out.writeEnum(branch);
        } else if (value instanceof Money branch) {
            out.writeIndex(2);
            MONEY.write(branch, out);
        } else if (value instanceof Seal branch) {
            out.writeIndex(3);
            SEAL.write(branch, out);
        } else {
            throw DatumOutput.noBranch(value);
        }
    }

    @Override
    public Paid read(DatumInput in) {
        Paid record = new Paid();
        record.setId(in.readString());
        record.setTotal(MONEY.read(in));
        record.setParts(readParts(in));
        record.setLimits(readLimits(in));
        record.setSeal(SEAL.read(in));
        record.setRefund(in.readIndex(2) == 0 ? null : MONEY.read(in));
        record.setEither(readEither(in));
        record.setFee(in.readDecimal(3));
        return record;
    }

    private static List<Money> readParts(DatumInput in) {
        int left = in.readBlock(0);
        List<Money> items = new ArrayList<>(left);
        for (; left > 0; left = in.readBlock(0)) {
            for (int i = 0; i < left; i++) {
                items.add(MONEY.read(in));
            }
        }
        return items;
    }

    private static Map<String, Money> readLimits(DatumInput in) {
        int left = in.readBlock(1);
        Map<String, Money> entries = new HashMap<>(DatumInput.capacity(left));
        for (; left > 0; left = in.readBlock(1)) {
            for (int i = 0; i < left; i++) {
                entries.put(in.readString(), in.readIndex(2) == 0 ? null : MONEY.read(in));
            }
        }
        return entries;
    }

    private static Object readEither(DatumInput in) {
        return switch (in.readIndex(4)) {
            case 0 -> in.readString();
            case 1 -> in.readEnum(CURRENCY_SYMBOLS);
            case 2 -> MONEY.read(in);
            default -> SEAL.read(in);
        };
    }
}
