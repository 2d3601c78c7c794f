package org.post;

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
@FixedSize(4)
@AvroGenerated
public class Mark extends SpecificFixed {

    private static final long serialVersionUID = 8637478383097362897L;

    /** What this class was generated from. */
    public static final Schema SCHEMA$ = JsonSchemaParser.parseInternal("{\"type\":\"fixed\",\"name\":\"Mark\",\"namespace\":\"org.post\",\"size\":4}");

    /** What this class was generated from. */
    public static Schema getClassSchema() {
        return SCHEMA$;
    }

    /** Of zeros. */
    public Mark() {}

    /** Of these bytes, of which there must be 4. */
    public Mark(byte[] bytes) {
        super(bytes);
    }

    @Override
    public Schema getSchema() {
        return SCHEMA$;
    }

    @Override
    public void writeExternal(ObjectOutput out) throws IOException {
        new SpecificDatumWriter<Mark>(SCHEMA$).write(this, SpecificData.getEncoder(out));
    }

    @Override
    public void readExternal(ObjectInput in) throws IOException {
        new SpecificDatumReader<Mark>(SCHEMA$).read(this, SpecificData.getDecoder(in));
    }
}
