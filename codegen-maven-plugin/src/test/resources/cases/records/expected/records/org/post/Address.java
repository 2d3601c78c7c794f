package org.post;

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
@Coded(AddressCodec.class)
@AvroGenerated
@NullMarked
@SuppressWarnings({"NullAway", "serial"})
public class Address extends SpecificRecordBase implements SpecificRecord {

    private static final long serialVersionUID = -1392283290759616904L;

    /** What this class was generated from. */
    public static final Schema SCHEMA$ = JsonSchemaParser.parseInternal(
            "{\"type\":\"record\",\"name\":\"Address\",\"namespace\":\"org.post\",\"fields\":[{\"name\":\"street\",\"type\":{\"type\":\""
            + "string\",\"avro.java.string\":\"String\"}}]}");

    private static final SpecificData MODEL$ = new RecordData(Address.class);

    private static final BinaryMessageEncoder<Address> ENCODER$ = new BinaryMessageEncoder<>(MODEL$, SCHEMA$);
    private static final BinaryMessageDecoder<Address> DECODER$ = new BinaryMessageDecoder<>(MODEL$, SCHEMA$);

    @SuppressWarnings("unchecked")
    private static final DatumWriter<Address> WRITER$ =
            (DatumWriter<Address>) MODEL$.createDatumWriter(SCHEMA$);

    @SuppressWarnings("unchecked")
    private static final DatumReader<Address> READER$ =
            (DatumReader<Address>) MODEL$.createDatumReader(SCHEMA$);

    private String street;

    /** Leaves every field unset, whatever its default: {@link #newBuilder} heeds defaults. */
    public Address() {}

    /** Sets every field. */
    public Address(String street) {
        this.street = street;
    }

    /** What this class was generated from. */
    public static Schema getClassSchema() {
        return SCHEMA$;
    }

    @Override
    public Schema getSchema() {
        return SCHEMA$;
    }

    @Override
    public SpecificData getSpecificData() {
        return MODEL$;
    }

    /** A field by its position: for Avro's writers. */
    @Override
    public @Nullable Object get(int position$) {
        return switch (position$) {
            case 0 -> street;
            default -> throw new IndexOutOfBoundsException("There is no field " + position$);
        };
    }

    /** Sets a field by its position: for Avro's readers. */
    @Override
    @SuppressWarnings("unchecked")
    public void put(int position$, @Nullable Object value$) {
        switch (position$) {
            case 0 -> this.street = value$ == null ? null : value$.toString();
            default -> throw new IndexOutOfBoundsException("There is no field " + position$);
        }
    }

    /** Field {@code street}. */
    public String getStreet() {
        return street;
    }

    /** Sets field {@code street}. */
    public void setStreet(String value) {
        this.street = value;
    }

    /** Builds a record step by step: code that leaves out what has to be set does not compile. */
    public static AddressStages.NeedsStreet builder() {
        return AddressStages.first();
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
    public static Builder newBuilder(@Nullable Address other) {
        return other == null ? new Builder() : new Builder(other);
    }

    /** Builds records, and gives fields that are not set their defaults. */
    @AvroGenerated
    public static final class Builder extends SpecificRecordBuilderBase<Address> implements RecordBuilder<Address> {

        private @Nullable String street;

        private Builder() {
            super(SCHEMA$, MODEL$);
        }

        private Builder(Builder other$) {
            super(other$);
            if (isValidValue(fields()[0], other$.street)) {
                this.street = data().deepCopy(fields()[0].schema(), other$.street);
                fieldSetFlags()[0] = other$.fieldSetFlags()[0];
            }
        }

        private Builder(Address other$) {
            super(SCHEMA$, MODEL$);
            if (isValidValue(fields()[0], other$.street)) {
                this.street = data().deepCopy(fields()[0].schema(), other$.street);
                fieldSetFlags()[0] = true;
            }
        }

        /** Field {@code street} as far as it is set. */
        public @Nullable String getStreet() {
            return street;
        }

        /** Sets field {@code street}. */
        public Builder setStreet(String value) {
            validate(fields()[0], value);
            this.street = value;
            fieldSetFlags()[0] = true;
            return this;
        }

        /** Whether field {@code street} is set. */
        public boolean hasStreet() {
            return fieldSetFlags()[0];
        }

        /** Leaves field {@code street} to its default. */
        public Builder clearStreet() {
            street = null;
            fieldSetFlags()[0] = false;
            return this;
        }

        @Override
        @SuppressWarnings("unchecked")
        public Address build() {
            try {
                Address record$ = new Address();
                record$.street = fieldSetFlags()[0] ? this.street : (String) defaultValue(fields()[0]);
                return record$;
            } catch (AvroMissingFieldException e) {
                throw e;
            } catch (Exception e) {
                throw new AvroRuntimeException(e);
            }
        }
    }

    /** Writes Avro's single-object encoding. */
    public static BinaryMessageEncoder<Address> getEncoder() {
        return ENCODER$;
    }

    /** Reads Avro's single-object encoding, written with this class's schema. */
    public static BinaryMessageDecoder<Address> getDecoder() {
        return DECODER$;
    }

    /** Reads Avro's single-object encoding, written with any schema of a store. */
    public static BinaryMessageDecoder<Address> createDecoder(SchemaStore store) {
        return new BinaryMessageDecoder<>(MODEL$, SCHEMA$, store);
    }

    /** This record in Avro's single-object encoding. */
    public ByteBuffer toByteBuffer() throws IOException {
        return ENCODER$.encode(this);
    }

    /** A record in Avro's single-object encoding. */
    public static Address fromByteBuffer(ByteBuffer bytes) throws IOException {
        return DECODER$.decode(bytes);
    }

    @Override
    public void writeExternal(ObjectOutput out) throws IOException {
        WRITER$.write(this, SpecificData.getEncoder(out));
    }

    @Override
    public void readExternal(ObjectInput in) throws IOException {
        READER$.read(this, SpecificData.getDecoder(in));
    }

    @Override
    public int hashCode() {
        int result$ = 1;
        result$ = 31 * result$ + Objects.hashCode(street);
        return result$;
    }

    @Override
    public boolean equals(@Nullable Object other$) {
        if (this == other$) {
            return true;
        }
        return other$ instanceof Address that$
                && Objects.equals(street, that$.street);
    }
}
