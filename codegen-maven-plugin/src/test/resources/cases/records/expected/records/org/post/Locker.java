package org.post;

import io.tidings.messaging.Generated;
import io.tidings.messaging.avro.Coded;
import io.tidings.messaging.avro.RecordData;
import java.io.IOException;
import java.io.ObjectInput;
import java.io.ObjectOutput;
import java.nio.ByteBuffer;
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
@Coded(LockerCodec.class)
@AvroGenerated
@NullMarked
@SuppressWarnings({"NullAway", "serial"})
public class Locker extends SpecificRecordBase implements SpecificRecord {

    private static final long serialVersionUID = -4558005552029140760L;

    /** What this class was generated from. */
    public static final Schema SCHEMA$ = JsonSchemaParser.parseInternal("{\"type\":\"record\",\"name\":\"Locker\",\"namespace\":\"org.post\",\"fields\":[{\"name\":\"number\",\"type\":\"long\"}]}");

    private static final SpecificData MODEL$ = new RecordData(Locker.class);

    private static final BinaryMessageEncoder<Locker> ENCODER$ = new BinaryMessageEncoder<>(MODEL$, SCHEMA$);
    private static final BinaryMessageDecoder<Locker> DECODER$ = new BinaryMessageDecoder<>(MODEL$, SCHEMA$);

    @SuppressWarnings("unchecked")
    private static final DatumWriter<Locker> WRITER$ =
            (DatumWriter<Locker>) MODEL$.createDatumWriter(SCHEMA$);

    @SuppressWarnings("unchecked")
    private static final DatumReader<Locker> READER$ =
            (DatumReader<Locker>) MODEL$.createDatumReader(SCHEMA$);

    private long number;

    /** Leaves every field unset, whatever its default: {@link #newBuilder} heeds defaults. */
    public Locker() {}

    /** Sets every field. */
    public Locker(long number) {
        this.number = number;
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
            case 0 -> number;
            default -> throw new IndexOutOfBoundsException("There is no field " + position$);
        };
    }

    /** Sets a field by its position: for Avro's readers. */
    @Override
    @SuppressWarnings("unchecked")
    public void put(int position$, @Nullable Object value$) {
        switch (position$) {
            case 0 -> this.number = (Long) value$;
            default -> throw new IndexOutOfBoundsException("There is no field " + position$);
        }
    }

    /** Field {@code number}. */
    public long getNumber() {
        return number;
    }

    /** Sets field {@code number}. */
    public void setNumber(long value) {
        this.number = value;
    }

    /** Builds a record step by step: code that leaves out what has to be set does not compile. */
    public static LockerStages.NeedsNumber builder() {
        return LockerStages.first();
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
    public static Builder newBuilder(@Nullable Locker other) {
        return other == null ? new Builder() : new Builder(other);
    }

    /** Builds records, and gives fields that are not set their defaults. */
    @AvroGenerated
    public static final class Builder extends SpecificRecordBuilderBase<Locker> implements RecordBuilder<Locker> {

        private long number;

        private Builder() {
            super(SCHEMA$, MODEL$);
        }

        private Builder(Builder other$) {
            super(other$);
            if (isValidValue(fields()[0], other$.number)) {
                this.number = data().deepCopy(fields()[0].schema(), other$.number);
                fieldSetFlags()[0] = other$.fieldSetFlags()[0];
            }
        }

        private Builder(Locker other$) {
            super(SCHEMA$, MODEL$);
            if (isValidValue(fields()[0], other$.number)) {
                this.number = data().deepCopy(fields()[0].schema(), other$.number);
                fieldSetFlags()[0] = true;
            }
        }

        /** Field {@code number} as far as it is set. */
        public long getNumber() {
            return number;
        }

        /** Sets field {@code number}. */
        public Builder setNumber(long value) {
            validate(fields()[0], value);
            this.number = value;
            fieldSetFlags()[0] = true;
            return this;
        }

        /** Whether field {@code number} is set. */
        public boolean hasNumber() {
            return fieldSetFlags()[0];
        }

        /** Leaves field {@code number} to its default. */
        public Builder clearNumber() {
            fieldSetFlags()[0] = false;
            return this;
        }

        @Override
        @SuppressWarnings("unchecked")
        public Locker build() {
            try {
                Locker record$ = new Locker();
                record$.number = fieldSetFlags()[0] ? this.number : (Long) defaultValue(fields()[0]);
                return record$;
            } catch (AvroMissingFieldException e) {
                throw e;
            } catch (Exception e) {
                throw new AvroRuntimeException(e);
            }
        }
    }

    /** Writes Avro's single-object encoding. */
    public static BinaryMessageEncoder<Locker> getEncoder() {
        return ENCODER$;
    }

    /** Reads Avro's single-object encoding, written with this class's schema. */
    public static BinaryMessageDecoder<Locker> getDecoder() {
        return DECODER$;
    }

    /** Reads Avro's single-object encoding, written with any schema of a store. */
    public static BinaryMessageDecoder<Locker> createDecoder(SchemaStore store) {
        return new BinaryMessageDecoder<>(MODEL$, SCHEMA$, store);
    }

    /** This record in Avro's single-object encoding. */
    public ByteBuffer toByteBuffer() throws IOException {
        return ENCODER$.encode(this);
    }

    /** A record in Avro's single-object encoding. */
    public static Locker fromByteBuffer(ByteBuffer bytes) throws IOException {
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
        result$ = 31 * result$ + Long.hashCode(number);
        return result$;
    }

    @Override
    public boolean equals(@Nullable Object other$) {
        if (this == other$) {
            return true;
        }
        return other$ instanceof Locker that$
                && number == that$.number;
    }
}
