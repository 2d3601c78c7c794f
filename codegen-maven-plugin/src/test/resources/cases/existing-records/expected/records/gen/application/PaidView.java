package gen.application;

import io.tidings.messaging.Generated;
import io.tidings.messaging.avro.Coded;
import io.tidings.messaging.avro.ExistingClasses;
import io.tidings.messaging.avro.RecordData;
import java.io.IOException;
import java.io.ObjectInput;
import java.io.ObjectOutput;
import java.nio.ByteBuffer;
import java.util.Objects;
import org.apache.avro.AvroMissingFieldException;
import org.apache.avro.AvroRuntimeException;
import org.apache.avro.Conversions.DecimalConversion;
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
import org.shared.Currency;
import org.shared.Money;

@Generated(document = "asyncapi.yaml", version = "1.0.0")
@Coded(PaidViewCodec.class)
@AvroGenerated
@NullMarked
@SuppressWarnings({"NullAway", "serial"})
public class PaidView extends SpecificRecordBase implements SpecificRecord {

    private static final long serialVersionUID = -1166547701760925957L;

    /** What this class was generated from. */
    public static final Schema SCHEMA$ = ExistingClasses.in(
            JsonSchemaParser.parseInternal(
            "{\"type\":\"record\",\"name\":\"PaidView\",\"namespace\":\"gen.application\",\"fields\":[{\"name\":\"id\",\"type\":{\"typ"
            + "e\":\"string\",\"avro.java.string\":\"String\"}},{\"name\":\"total\",\"type\":{\"type\":\"record\",\"name\":\"Money\",\"na"
            + "mespace\":\"org.shared\",\"doc\":\"An amount in some currency.\",\"fields\":[{\"name\":\"amount\",\"type\":{\"type\":"
            + "\"bytes\",\"logicalType\":\"decimal\",\"precision\":10,\"scale\":2}},{\"name\":\"currency\",\"type\":{\"type\":\"enum\","
            + "\"name\":\"Currency\",\"symbols\":[\"EUR\",\"USD\"]}}]}}],\"aliases\":[\"org.shop.Paid\"]}"),
            Money.class,
            Currency.class);

    private static final SpecificData MODEL$ = new RecordData(PaidView.class, Money.class, Currency.class);

    static {
        MODEL$.addLogicalTypeConversion(new DecimalConversion());
    }

    private static final BinaryMessageEncoder<PaidView> ENCODER$ = new BinaryMessageEncoder<>(MODEL$, SCHEMA$);
    private static final BinaryMessageDecoder<PaidView> DECODER$ = new BinaryMessageDecoder<>(MODEL$, SCHEMA$);

    @SuppressWarnings("unchecked")
    private static final DatumWriter<PaidView> WRITER$ =
            (DatumWriter<PaidView>) MODEL$.createDatumWriter(SCHEMA$);

    @SuppressWarnings("unchecked")
    private static final DatumReader<PaidView> READER$ =
            (DatumReader<PaidView>) MODEL$.createDatumReader(SCHEMA$);

    private String id;
    private Money total;

    /** Leaves every field unset, whatever its default: {@link #newBuilder} heeds defaults. */
    public PaidView() {}

    /** Sets every field. */
    public PaidView(String id, Money total) {
        this.id = id;
        this.total = total;
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
            case 0 -> id;
            case 1 -> total;
            default -> throw new IndexOutOfBoundsException("There is no field " + position$);
        };
    }

    /** Sets a field by its position: for Avro's readers. */
    @Override
    @SuppressWarnings("unchecked")
    public void put(int position$, @Nullable Object value$) {
        switch (position$) {
            case 0 -> this.id = value$ == null ? null : value$.toString();
            case 1 -> this.total = (Money) value$;
            default -> throw new IndexOutOfBoundsException("There is no field " + position$);
        }
    }

    /** Field {@code id}. */
    public String getId() {
        return id;
    }

    /** Sets field {@code id}. */
    public void setId(String value) {
        this.id = value;
    }

    /** Field {@code total}. */
    public Money getTotal() {
        return total;
    }

    /** Sets field {@code total}. */
    public void setTotal(Money value) {
        this.total = value;
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
    public static Builder newBuilder(@Nullable PaidView other) {
        return other == null ? new Builder() : new Builder(other);
    }

    /** Builds records, and gives fields that are not set their defaults. */
    @AvroGenerated
    public static final class Builder extends SpecificRecordBuilderBase<PaidView> implements RecordBuilder<PaidView> {

        private @Nullable String id;
        private @Nullable Money total;

        private Builder() {
            super(SCHEMA$, MODEL$);
        }

        private Builder(Builder other$) {
            super(other$);
            if (isValidValue(fields()[0], other$.id)) {
                this.id = data().deepCopy(fields()[0].schema(), other$.id);
                fieldSetFlags()[0] = other$.fieldSetFlags()[0];
            }
            if (isValidValue(fields()[1], other$.total)) {
                this.total = data().deepCopy(fields()[1].schema(), other$.total);
                fieldSetFlags()[1] = other$.fieldSetFlags()[1];
            }
        }

        private Builder(PaidView other$) {
            super(SCHEMA$, MODEL$);
            if (isValidValue(fields()[0], other$.id)) {
                this.id = data().deepCopy(fields()[0].schema(), other$.id);
                fieldSetFlags()[0] = true;
            }
            if (isValidValue(fields()[1], other$.total)) {
                this.total = data().deepCopy(fields()[1].schema(), other$.total);
                fieldSetFlags()[1] = true;
            }
        }

        /** Field {@code id} as far as it is set. */
        public @Nullable String getId() {
            return id;
        }

        /** Sets field {@code id}. */
        public Builder setId(String value) {
            validate(fields()[0], value);
            this.id = value;
            fieldSetFlags()[0] = true;
            return this;
        }

        /** Whether field {@code id} is set. */
        public boolean hasId() {
            return fieldSetFlags()[0];
        }

        /** Leaves field {@code id} to its default. */
        public Builder clearId() {
            id = null;
            fieldSetFlags()[0] = false;
            return this;
        }

        /** Field {@code total} as far as it is set. */
        public @Nullable Money getTotal() {
            return total;
        }

        /** Sets field {@code total}. */
        public Builder setTotal(Money value) {
            validate(fields()[1], value);
            this.total = value;
            fieldSetFlags()[1] = true;
            return this;
        }

        /** Whether field {@code total} is set. */
        public boolean hasTotal() {
            return fieldSetFlags()[1];
        }

        /** Leaves field {@code total} to its default. */
        public Builder clearTotal() {
            total = null;
            fieldSetFlags()[1] = false;
            return this;
        }

        @Override
        @SuppressWarnings("unchecked")
        public PaidView build() {
            try {
                PaidView record$ = new PaidView();
                record$.id = fieldSetFlags()[0] ? this.id : (String) defaultValue(fields()[0]);
                record$.total = fieldSetFlags()[1] ? this.total : (Money) defaultValue(fields()[1]);
                return record$;
            } catch (AvroMissingFieldException e) {
                throw e;
            } catch (Exception e) {
                throw new AvroRuntimeException(e);
            }
        }
    }

    /** Writes Avro's single-object encoding. */
    public static BinaryMessageEncoder<PaidView> getEncoder() {
        return ENCODER$;
    }

    /** Reads Avro's single-object encoding, written with this class's schema. */
    public static BinaryMessageDecoder<PaidView> getDecoder() {
        return DECODER$;
    }

    /** Reads Avro's single-object encoding, written with any schema of a store. */
    public static BinaryMessageDecoder<PaidView> createDecoder(SchemaStore store) {
        return new BinaryMessageDecoder<>(MODEL$, SCHEMA$, store);
    }

    /** This record in Avro's single-object encoding. */
    public ByteBuffer toByteBuffer() throws IOException {
        return ENCODER$.encode(this);
    }

    /** A record in Avro's single-object encoding. */
    public static PaidView fromByteBuffer(ByteBuffer bytes) throws IOException {
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
        result$ = 31 * result$ + Objects.hashCode(id);
        result$ = 31 * result$ + Objects.hashCode(total);
        return result$;
    }

    @Override
    public boolean equals(@Nullable Object other$) {
        if (this == other$) {
            return true;
        }
        return other$ instanceof PaidView that$
                && Objects.equals(id, that$.id)
                && Objects.equals(total, that$.total);
    }
}
