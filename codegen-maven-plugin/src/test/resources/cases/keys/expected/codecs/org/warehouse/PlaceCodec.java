package org.warehouse;

import io.tidings.messaging.Generated;
import io.tidings.messaging.avro.DatumInput;
import io.tidings.messaging.avro.DatumOutput;
import io.tidings.messaging.avro.RecordCodec;

/** Writes and reads {@link Place} in Avro's binary encoding, by the schema it was generated from. */
@Generated(document = "asyncapi.yaml", version = "1.0.0")
public final class PlaceCodec extends RecordCodec<Place> {
    /** The one instance. */
    public static final PlaceCodec INSTANCE = new PlaceCodec();

    private PlaceCodec() {
        super(Place.class, Place.getClassSchema());
    }

    @Override
    public void write(Place record, DatumOutput out) {
        out.writeString(record.getAisle());
        out.writeInt(record.getShelf());
    }

    @Override
    public Place read(DatumInput in) {
        Place record = new Place();
        record.setAisle(in.readString());
        record.setShelf(in.readInt());
        return record;
    }
}
