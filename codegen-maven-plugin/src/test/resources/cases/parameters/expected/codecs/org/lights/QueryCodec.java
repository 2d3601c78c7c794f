package org.lights;

import io.tidings.messaging.Generated;
import io.tidings.messaging.avro.DatumInput;
import io.tidings.messaging.avro.DatumOutput;
import io.tidings.messaging.avro.RecordCodec;

/** Writes and reads {@link Query} in Avro's binary encoding, by the schema it was generated from. */
@Generated(document = "asyncapi.yaml", version = "1.0.0")
public final class QueryCodec extends RecordCodec<Query> {
    /** The one instance. */
    public static final QueryCodec INSTANCE = new QueryCodec();

    private static final Zone[] ZONE_SYMBOLS = Zone.values();

    private QueryCodec() {
        super(Query.class, Query.getClassSchema());
    }

    @Override
    public void write(Query record, DatumOutput out) {
        out.writeEnum(record.getZone());
    }

    @Override
    public Query read(DatumInput in) {
        Query record = new Query();
        record.setZone(in.readEnum(ZONE_SYMBOLS));
        return record;
    }
}
