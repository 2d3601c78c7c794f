package org.post.nasty;

import io.tidings.messaging.Generated;
import java.io.IOException;
import java.io.ObjectInput;
import java.io.ObjectOutput;
import org.apache.avro.JsonSchemaParser;
import org.apache.avro.Schema;
import org.apache.avro.specific.AvroGenerated;
import org.apache.avro.specific.FixedSize;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificDatumReader;
import org.apache.avro.specific.SpecificDatumWriter;
import org.apache.avro.specific.SpecificFixed;

@Generated(document = "asyncapi.yaml", version = "2.1.0")
@FixedSize(1)
@AvroGenerated
public class Override extends SpecificFixed {

    private static final long serialVersionUID = -7949730598720810288L;

    /** What this class was generated from. */
    public static final Schema SCHEMA$ = JsonSchemaParser.parseInternal("{\"type\":\"fixed\",\"name\":\"Override\",\"namespace\":\"org.post.nasty\",\"size\":1}");

    /** What this class was generated from. */
    public static Schema getClassSchema() {
        return SCHEMA$;
    }

    /** Of zeros. */
    public Override() {}

    /** Of these bytes, of which there must be 1. */
    public Override(byte[] bytes) {
        super(bytes);
    }

    @java.lang.Override
    public Schema getSchema() {
        return SCHEMA$;
    }

    @java.lang.Override
    public void writeExternal(ObjectOutput out) throws IOException {
        new SpecificDatumWriter<Override>(SCHEMA$).write(this, SpecificData.getEncoder(out));
    }

    @java.lang.Override
    public void readExternal(ObjectInput in) throws IOException {
        new SpecificDatumReader<Override>(SCHEMA$).read(this, SpecificData.getDecoder(in));
    }
}
