package org.parcels.avro;

import io.tidings.messaging.Generated;
import io.tidings.messaging.avro.DatumInput;
import io.tidings.messaging.avro.DatumOutput;
import io.tidings.messaging.avro.RecordCodec;
import java.util.ArrayList;
import java.util.List;

/** Writes and reads {@link Address} in Avro's binary encoding, by the schema it was generated from. */
@Generated(document = "asyncapi.yaml", version = "1.2.0")
public final class AddressCodec extends RecordCodec<Address> {
    /** The one instance. */
    public static final AddressCodec INSTANCE = new AddressCodec();

    private static final Country[] COUNTRY_SYMBOLS = Country.values();

    private AddressCodec() {
        super(Address.class, Address.getClassSchema());
    }

    @Override
    public void write(Address record, DatumOutput out) {
        writeLines(record.getLines(), out);
        out.writeEnum(record.getCountry());
    }

    private static void writeLines(List<String> items, DatumOutput out) {
        int left = out.beginItems(items.size());
        for (String item : items) {
            out.writeString(item);
            left--;
        }
        out.endItems(left);
    }

    @Override
    public Address read(DatumInput in) {
        Address record = new Address();
        record.setLines(readLines(in));
        record.setCountry(in.readEnum(COUNTRY_SYMBOLS));
        return record;
    }

    private static List<String> readLines(DatumInput in) {
        int left = in.readBlock(1);
        List<String> items = new ArrayList<>(left);
        for (; left > 0; left = in.readBlock(1)) {
            for (int i = 0; i < left; i++) {
                items.add(in.readString());
            }
        }
        return items;
    }
}
