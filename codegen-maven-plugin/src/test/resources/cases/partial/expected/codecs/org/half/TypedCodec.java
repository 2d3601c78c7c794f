package org.half;

import io.tidings.messaging.Generated;
import io.tidings.messaging.avro.DatumInput;
import io.tidings.messaging.avro.DatumOutput;
import io.tidings.messaging.avro.RecordCodec;

/** Writes and reads {@link Typed} in Avro's binary encoding, by the schema it was generated from. */
@Generated(document = "asyncapi.yaml", version = "0.1.0")
public final class TypedCodec extends RecordCodec<Typed> {
    /** The one instance. */
    public static final TypedCodec INSTANCE = new TypedCodec();

    private TypedCodec() {
        super(Typed.class, Typed.getClassSchema());
    }

    @Override
    public void write(Typed record, DatumOutput out) {}

    @Override
    public Typed read(DatumInput in) {
        Typed record = new Typed();
        return record;
    }
}
