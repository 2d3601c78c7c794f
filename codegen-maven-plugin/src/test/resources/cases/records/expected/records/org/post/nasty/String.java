package org.post.nasty;

import io.tidings.messaging.Generated;
import io.tidings.messaging.avro.Coded;
import io.tidings.messaging.avro.RecordData;
import java.io.IOException;
import java.io.ObjectInput;
import java.io.ObjectOutput;
import java.nio.ByteBuffer;
import java.util.Objects;
import org.apache.avro.AvroMissingFieldException;
import org.apache.avro.AvroRuntimeException;
import org.apache.avro.JsonSchemaParser;
import org.apache.avro.Schema;
import org.apache.avro.data.RecordBuilder;
import org.apache.avro.io.DatumReader;
import org.apache.avro.io.DatumWriter;
import org.apache.avro.message.BinaryMessageDecoder;
import org.apache.avro.message.BinaryMessageEncoder;
import org.apache.avro.message.SchemaStore;
import org.apache.avro.specific.AvroGenerated;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificRecord;
import org.apache.avro.specific.SpecificRecordBase;
import org.apache.avro.specific.SpecificRecordBuilderBase;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;

@Generated(document = "asyncapi.yaml", version = "2.1.0")
@Coded(StringCodec.class)
@AvroGenerated
@NullMarked
@SuppressWarnings({"NullAway", "serial"})
public class String extends SpecificRecordBase implements SpecificRecord {

    private static final long serialVersionUID = -8474225651840982388L;

    /** What this class was generated from. */
    public static final Schema SCHEMA$ = JsonSchemaParser.parseInternal(
            "{\"type\":\"record\",\"name\":\"String\",\"namespace\":\"org.post.nasty\",\"fields\":[{\"name\":\"List\",\"type\":{\"type"
            + "\":\"array\",\"items\":{\"type\":\"string\",\"avro.java.string\":\"String\"}}}]}");

    private static final SpecificData MODEL$ = new RecordData(String.class);

    private static final BinaryMessageEncoder<String> ENCODER$ = new BinaryMessageEncoder<>(MODEL$, SCHEMA$);
    private static final BinaryMessageDecoder<String> DECODER$ = new BinaryMessageDecoder<>(MODEL$, SCHEMA$);

    @SuppressWarnings("unchecked")
    private static final DatumWriter<String> WRITER$ =
            (DatumWriter<String>) MODEL$.createDatumWriter(SCHEMA$);

    @SuppressWarnings("unchecked")
    private static final DatumReader<String> READER$ =
            (DatumReader<String>) MODEL$.createDatumReader(SCHEMA$);

    private java.util.List<java.lang.String> List;

    /** Leaves every field unset, whatever its default: {@link #newBuilder} heeds defaults. */
    public String() {}

    /** Sets every field. */
    public String(java.util.List<java.lang.String> List) {
        this.List = List;
    }

    /** What this class was generated from. */
    public static Schema getClassSchema() {
        return SCHEMA$;
    }

    @java.lang.Override
    public Schema getSchema() {
        return SCHEMA$;
    }

    @java.lang.Override
    public SpecificData getSpecificData() {
        return MODEL$;
    }

    /** A field by its position: for Avro's writers. */
    @java.lang.Override
    public java.lang.@Nullable Object get(int position$) {
        return switch (position$) {
            case 0 -> List;
            default -> throw new IndexOutOfBoundsException("There is no field " + position$);
        };
    }

    /** Sets a field by its position: for Avro's readers. */
    @java.lang.Override
    @SuppressWarnings("unchecked")
    public void put(int position$, java.lang.@Nullable Object value$) {
        switch (position$) {
            case 0 -> this.List = (java.util.List<java.lang.String>) value$;
            default -> throw new IndexOutOfBoundsException("There is no field " + position$);
        }
    }

    /** Field {@code List}. */
    public java.util.List<java.lang.String> getList() {
        return List;
    }

    /** Sets field {@code List}. */
    public void setList(java.util.List<java.lang.String> value) {
        this.List = value;
    }

    /** Builds a record step by step: code that leaves out what has to be set does not compile. */
    public static StringStages.NeedsList builder() {
        return StringStages.first();
    }

    /** A builder that heeds defaults. */
    public static Builder newBuilder() {
        return new Builder();
    }

    /** A builder that begins as another one. */
    public static Builder newBuilder(@Nullable Builder other) {
        return other == null ? new Builder() : new Builder(other);
    }

    /** A builder that begins with the fields of a record. */
    public static Builder newBuilder(@Nullable String other) {
        return other == null ? new Builder() : new Builder(other);
    }

    /** Builds records, and gives fields that are not set their defaults. */
    @AvroGenerated
    public static final class Builder extends SpecificRecordBuilderBase<String> implements RecordBuilder<String> {

        private java.util.@Nullable List<java.lang.String> List;

        private Builder() {
            super(SCHEMA$, MODEL$);
        }

        private Builder(Builder other$) {
            super(other$);
            if (isValidValue(fields()[0], other$.List)) {
                this.List = data().deepCopy(fields()[0].schema(), other$.List);
                fieldSetFlags()[0] = other$.fieldSetFlags()[0];
            }
        }

        private Builder(String other$) {
            super(SCHEMA$, MODEL$);
            if (isValidValue(fields()[0], other$.List)) {
                this.List = data().deepCopy(fields()[0].schema(), other$.List);
                fieldSetFlags()[0] = true;
            }
        }

        /** Field {@code List} as far as it is set. */
        public java.util.@Nullable List<java.lang.String> getList() {
            return List;
        }

        /** Sets field {@code List}. */
        public Builder setList(java.util.List<java.lang.String> value) {
            validate(fields()[0], value);
            this.List = value;
            fieldSetFlags()[0] = true;
            return this;
        }

        /** Whether field {@code List} is set. */
        public boolean hasList() {
            return fieldSetFlags()[0];
        }

        /** Leaves field {@code List} to its default. */
        public Builder clearList() {
            List = null;
            fieldSetFlags()[0] = false;
            return this;
        }

        @java.lang.Override
        @SuppressWarnings("unchecked")
        public String build() {
            try {
                String record$ = new String();
                record$.List = fieldSetFlags()[0] ? this.List : (java.util.List<java.lang.String>) defaultValue(fields()[0]);
                return record$;
            } catch (AvroMissingFieldException e) {
                throw e;
            } catch (Exception e) {
                throw new AvroRuntimeException(e);
            }
        }
    }

    /** Writes Avro's single-object encoding. */
    public static BinaryMessageEncoder<String> getEncoder() {
        return ENCODER$;
    }

    /** Reads Avro's single-object encoding, written with this class's schema. */
    public static BinaryMessageDecoder<String> getDecoder() {
        return DECODER$;
    }

    /** Reads Avro's single-object encoding, written with any schema of a store. */
    public static BinaryMessageDecoder<String> createDecoder(SchemaStore store) {
        return new BinaryMessageDecoder<>(MODEL$, SCHEMA$, store);
    }

    /** This record in Avro's single-object encoding. */
    public ByteBuffer toByteBuffer() throws IOException {
        return ENCODER$.encode(this);
    }

    /** A record in Avro's single-object encoding. */
    public static String fromByteBuffer(ByteBuffer bytes) throws IOException {
        return DECODER$.decode(bytes);
    }

    @java.lang.Override
    public void writeExternal(ObjectOutput out) throws IOException {
        WRITER$.write(this, SpecificData.getEncoder(out));
    }

    @java.lang.Override
    public void readExternal(ObjectInput in) throws IOException {
        READER$.read(this, SpecificData.getDecoder(in));
    }

    @java.lang.Override
    public int hashCode() {
        int result$ = 1;
        result$ = 31 * result$ + Objects.hashCode(List);
        return result$;
    }

    @java.lang.Override
    public boolean equals(java.lang.@Nullable Object other$) {
        if (this == other$) {
            return true;
        }
        return other$ instanceof String that$
                && Objects.equals(List, that$.List);
    }
}
