package org.lights;

import io.tidings.messaging.Generated;
import io.tidings.messaging.avro.DatumInput;
import io.tidings.messaging.avro.DatumOutput;
import io.tidings.messaging.avro.RecordCodec;

/** Writes and reads {@link State} in Avro's binary encoding, by the schema it was generated from. */
@Generated(document = "asyncapi.yaml", version = "1.0.0")
public final class StateCodec extends RecordCodec<State> {
    /** The one instance. */
    public static final StateCodec INSTANCE = new StateCodec();

    private StateCodec() {
        super(State.class, State.getClassSchema());
    }

    @Override
    public void write(State record, DatumOutput out) {
        out.writeBoolean(record.getLit());
    }

    @Override
    public State read(DatumInput in) {
        State record = new State();
        record.setLit(in.readBoolean());
        return record;
    }
}
