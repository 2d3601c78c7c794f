package org.shop;

import io.tidings.messaging.Generated;
import io.tidings.messaging.avro.DatumInput;
import io.tidings.messaging.avro.DatumOutput;
import io.tidings.messaging.avro.RecordCodec;

/** Writes and reads {@link Address} in Avro's binary encoding, by the schema it was generated from. */
@Generated(document = "asyncapi.yaml", version = "2.0.0")
public final class AddressCodec extends RecordCodec<Address> {
    /** The one instance. */
    public static final AddressCodec INSTANCE = new AddressCodec();

    private AddressCodec() {
        super(Address.class, Address.getClassSchema());
    }

    @Override
    public void write(Address record, DatumOutput out) {
        out.writeString(record.getStreet());
    }

    @Override
    public Address read(DatumInput in) {
        Address record = new Address();
        record.setStreet(in.readString());
        return record;
    }
}
