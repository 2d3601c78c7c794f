package org.post.nasty;

import io.tidings.messaging.Generated;
import org.apache.avro.JsonSchemaParser;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericEnumSymbol;
import org.apache.avro.specific.AvroGenerated;

@Generated(document = "asyncapi.yaml", version = "2.1.0")
@AvroGenerated
public enum List implements GenericEnumSymbol<List> {
    Override,
    int$,
    SCHEMA,
    valueOf;

    /** What this class was generated from. */
    public static final Schema SCHEMA$ = JsonSchemaParser.parseInternal(
            "{\"type\":\"enum\",\"name\":\"List\",\"namespace\":\"org.post.nasty\",\"symbols\":[\"Override\",\"int\",\"SCHEMA\",\"valu"
            + "eOf\"]}");

    /** What this class was generated from. */
    public static Schema getClassSchema() {
        return SCHEMA$;
    }

    @java.lang.Override
    public Schema getSchema() {
        return SCHEMA$;
    }
}
