package org.post;

import io.tidings.messaging.Generated;
import org.apache.avro.JsonSchemaParser;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericEnumSymbol;
import org.apache.avro.specific.AvroGenerated;

/** How large. */
@Generated(document = "asyncapi.yaml", version = "2.1.0")
@AvroGenerated
public enum Size implements GenericEnumSymbol<Size> {
    S,
    class$,
    L;

    /** What this class was generated from. */
    public static final Schema SCHEMA$ = JsonSchemaParser.parseInternal(
            "{\"type\":\"enum\",\"name\":\"Size\",\"namespace\":\"org.post\",\"doc\":\"How large.\",\"symbols\":[\"S\",\"class\",\"L\"],\""
            + "default\":\"S\"}");

    /** What this class was generated from. */
    public static Schema getClassSchema() {
        return SCHEMA$;
    }

    @Override
    public Schema getSchema() {
        return SCHEMA$;
    }
}
