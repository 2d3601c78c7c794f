package org.shop;

import io.tidings.messaging.Generated;
import io.tidings.messaging.avro.Coded;
import io.tidings.messaging.avro.ExistingClasses;
import io.tidings.messaging.avro.RecordData;
import java.io.IOException;
import java.io.ObjectInput;
import java.io.ObjectOutput;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.avro.AvroMissingFieldException;
import org.apache.avro.AvroRuntimeException;
import org.apache.avro.Conversion;
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
import org.shared.Seal;

@Generated(document = "asyncapi.yaml", version = "1.0.0")
@Coded(PaidCodec.class)
@AvroGenerated
@NullMarked
@SuppressWarnings({"NullAway", "serial"})
public class Paid extends SpecificRecordBase implements SpecificRecord {

    private static final long serialVersionUID = -5453075029129144683L;

    /** What this class was generated from. */
    public static final Schema SCHEMA$ = ExistingClasses.in(
            JsonSchemaParser.parseInternal(
            "{\"type\":\"record\",\"name\":\"Paid\",\"namespace\":\"org.shop\",\"fields\":[{\"name\":\"id\",\"type\":{\"type\":\"string\""
            + ",\"avro.java.string\":\"String\"}},{\"name\":\"total\",\"type\":{\"type\":\"record\",\"name\":\"Money\",\"namespace\":\"o"
            + "rg.shared\",\"doc\":\"An amount in some currency.\",\"fields\":[{\"name\":\"amount\",\"type\":{\"type\":\"bytes\",\"lo"
            + "gicalType\":\"decimal\",\"precision\":10,\"scale\":2}},{\"name\":\"currency\",\"type\":{\"type\":\"enum\",\"name\":\"Cur"
            + "rency\",\"symbols\":[\"EUR\",\"USD\"]}}]}},{\"name\":\"parts\",\"type\":{\"type\":\"array\",\"items\":\"org.shared.Money"
            + "\"}},{\"name\":\"limits\",\"type\":{\"type\":\"map\",\"values\":[\"null\",\"org.shared.Money\"],\"avro.java.string\":\"S"
            + "tring\"}},{\"name\":\"seal\",\"type\":{\"type\":\"fixed\",\"name\":\"Seal\",\"namespace\":\"org.shared\",\"size\":4}},{\"n"
            + "ame\":\"refund\",\"type\":[\"null\",\"org.shared.Money\"],\"default\":null},{\"name\":\"either\",\"type\":[{\"type\":\"s"
            + "tring\",\"avro.java.string\":\"String\"},\"org.shared.Currency\",\"org.shared.Money\",\"org.shared.Seal\"]},{\"n"
            + "ame\":\"fee\",\"type\":{\"type\":\"bytes\",\"logicalType\":\"decimal\",\"precision\":8,\"scale\":3}}]}"),
            Money.class,
            Currency.class,
            Seal.class);

    private static final SpecificData MODEL$ = new RecordData(Paid.class, Money.class, Currency.class, Seal.class);

    static {
        MODEL$.addLogicalTypeConversion(new DecimalConversion());
    }

    private static final BinaryMessageEncoder<Paid> ENCODER$ = new BinaryMessageEncoder<>(MODEL$, SCHEMA$);
    private static final BinaryMessageDecoder<Paid> DECODER$ = new BinaryMessageDecoder<>(MODEL$, SCHEMA$);

    @SuppressWarnings("unchecked")
    private static final DatumWriter<Paid> WRITER$ =
            (DatumWriter<Paid>) MODEL$.createDatumWriter(SCHEMA$);

    @SuppressWarnings("unchecked")
    private static final DatumReader<Paid> READER$ =
            (DatumReader<Paid>) MODEL$.createDatumReader(SCHEMA$);

    private static final Conversion<?>[] CONVERSIONS$ = new Conversion<?>[] {
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        new DecimalConversion(),
    };

    private String id;
    private Money total;
    private List<Money> parts;
    private Map<String, @Nullable Money> limits;
    private Seal seal;
    private @Nullable Money refund;
    private Object either;
    private BigDecimal fee;

    /** Leaves every field unset, whatever its default: {@link #newBuilder} heeds defaults. */
    public Paid() {}

    /** Sets every field. */
    public Paid(
            String id,
            Money total,
            List<Money> parts,
            Map<String, @Nullable Money> limits,
            Seal seal,
            @Nullable Money refund,
            Object either,
            BigDecimal fee) {
        this.id = id;
        this.total = total;
        this.parts = parts;
        this.limits = limits;
        this.seal = seal;
        this.refund = refund;
        this.either = either;
        this.fee = fee;
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

    @Override
    public Conversion<?> getConversion(int field) {
        return CONVERSIONS$[field];
    }

    /** A field by its position: for Avro's writers. */
    @Override
    public @Nullable Object get(int position$) {
        return switch (position$) {
            case 0 -> id;
            case 1 -> total;
            case 2 -> parts;
            case 3 -> limits;
            case 4 -> seal;
            case 5 -> refund;
            case 6 -> either;
            case 7 -> fee;
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
            case 2 -> this.parts = (List<Money>) value$;
            case 3 -> this.limits = (Map<String, @Nullable Money>) value$;
            case 4 -> this.seal = (Seal) value$;
            case 5 -> this.refund = (Money) value$;
            case 6 -> this.either = value$;
            case 7 -> this.fee = (BigDecimal) value$;
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

    /** Field {@code parts}. */
    public List<Money> getParts() {
        return parts;
    }

    /** Sets field {@code parts}. */
    public void setParts(List<Money> value) {
        this.parts = value;
    }

    /** Field {@code limits}. */
    public Map<String, @Nullable Money> getLimits() {
        return limits;
    }

    /** Sets field {@code limits}. */
    public void setLimits(Map<String, @Nullable Money> value) {
        this.limits = value;
    }

    /** Field {@code seal}. */
    public Seal getSeal() {
        return seal;
    }

    /** Sets field {@code seal}. */
    public void setSeal(Seal value) {
        this.seal = value;
    }

    /** Field {@code refund}. */
    public @Nullable Money getRefund() {
        return refund;
    }

    /** Sets field {@code refund}. */
    public void setRefund(@Nullable Money value) {
        this.refund = value;
    }

    /** Field {@code either}. */
    public Object getEither() {
        return either;
    }

    /** Field {@code either} as one of its types. */
    public PaidEitherChoice getEitherChoice() {
        return PaidEitherChoice.from(either);
    }

    /** Sets field {@code either}. */
    public void setEither(PaidEitherChoice value) {
        this.either = value.value();
    }

    /** Sets field {@code either}. */
    public void setEither(Object value) {
        this.either = value;
    }

    /** Field {@code fee}. */
    public BigDecimal getFee() {
        return fee;
    }

    /** Sets field {@code fee}. */
    public void setFee(BigDecimal value) {
        this.fee = value;
    }

    /** Builds a record step by step: code that leaves out what has to be set does not compile. */
    public static PaidStages.NeedsId builder() {
        return PaidStages.first();
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
    public static Builder newBuilder(@Nullable Paid other) {
        return other == null ? new Builder() : new Builder(other);
    }

    /** Builds records, and gives fields that are not set their defaults. */
    @AvroGenerated
    public static final class Builder extends SpecificRecordBuilderBase<Paid> implements RecordBuilder<Paid> {

        private @Nullable String id;
        private @Nullable Money total;
        private @Nullable List<Money> parts;
        private @Nullable Map<String, @Nullable Money> limits;
        private @Nullable Seal seal;
        private @Nullable Money refund;
        private @Nullable Object either;
        private @Nullable BigDecimal fee;

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
            if (isValidValue(fields()[2], other$.parts)) {
                this.parts = data().deepCopy(fields()[2].schema(), other$.parts);
                fieldSetFlags()[2] = other$.fieldSetFlags()[2];
            }
            if (isValidValue(fields()[3], other$.limits)) {
                this.limits = data().deepCopy(fields()[3].schema(), other$.limits);
                fieldSetFlags()[3] = other$.fieldSetFlags()[3];
            }
            if (isValidValue(fields()[4], other$.seal)) {
                this.seal = data().deepCopy(fields()[4].schema(), other$.seal);
                fieldSetFlags()[4] = other$.fieldSetFlags()[4];
            }
            if (isValidValue(fields()[5], other$.refund)) {
                this.refund = data().deepCopy(fields()[5].schema(), other$.refund);
                fieldSetFlags()[5] = other$.fieldSetFlags()[5];
            }
            if (isValidValue(fields()[6], other$.either)) {
                this.either = data().deepCopy(fields()[6].schema(), other$.either);
                fieldSetFlags()[6] = other$.fieldSetFlags()[6];
            }
            if (isValidValue(fields()[7], other$.fee)) {
                this.fee = data().deepCopy(fields()[7].schema(), other$.fee);
                fieldSetFlags()[7] = other$.fieldSetFlags()[7];
            }
        }

        private Builder(Paid other$) {
            super(SCHEMA$, MODEL$);
            if (isValidValue(fields()[0], other$.id)) {
                this.id = data().deepCopy(fields()[0].schema(), other$.id);
                fieldSetFlags()[0] = true;
            }
            if (isValidValue(fields()[1], other$.total)) {
                this.total = data().deepCopy(fields()[1].schema(), other$.total);
                fieldSetFlags()[1] = true;
            }
            if (isValidValue(fields()[2], other$.parts)) {
                this.parts = data().deepCopy(fields()[2].schema(), other$.parts);
                fieldSetFlags()[2] = true;
            }
            if (isValidValue(fields()[3], other$.limits)) {
                this.limits = data().deepCopy(fields()[3].schema(), other$.limits);
                fieldSetFlags()[3] = true;
            }
            if (isValidValue(fields()[4], other$.seal)) {
                this.seal = data().deepCopy(fields()[4].schema(), other$.seal);
                fieldSetFlags()[4] = true;
            }
            if (isValidValue(fields()[5], other$.refund)) {
                this.refund = data().deepCopy(fields()[5].schema(), other$.refund);
                fieldSetFlags()[5] = true;
            }
            if (isValidValue(fields()[6], other$.either)) {
                this.either = data().deepCopy(fields()[6].schema(), other$.either);
                fieldSetFlags()[6] = true;
            }
            if (isValidValue(fields()[7], other$.fee)) {
                this.fee = data().deepCopy(fields()[7].schema(), other$.fee);
                fieldSetFlags()[7] = true;
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

        /** Field {@code parts} as far as it is set. */
        public @Nullable List<Money> getParts() {
            return parts;
        }

        /** Sets field {@code parts}. */
        public Builder setParts(List<Money> value) {
            validate(fields()[2], value);
            this.parts = value;
            fieldSetFlags()[2] = true;
            return this;
        }

        /** Whether field {@code parts} is set. */
        public boolean hasParts() {
            return fieldSetFlags()[2];
        }

        /** Leaves field {@code parts} to its default. */
        public Builder clearParts() {
            parts = null;
            fieldSetFlags()[2] = false;
            return this;
        }

        /** Field {@code limits} as far as it is set. */
        public @Nullable Map<String, @Nullable Money> getLimits() {
            return limits;
        }

        /** Sets field {@code limits}. */
        public Builder setLimits(Map<String, @Nullable Money> value) {
            validate(fields()[3], value);
            this.limits = value;
            fieldSetFlags()[3] = true;
            return this;
        }

        /** Whether field {@code limits} is set. */
        public boolean hasLimits() {
            return fieldSetFlags()[3];
        }

        /** Leaves field {@code limits} to its default. */
        public Builder clearLimits() {
            limits = null;
            fieldSetFlags()[3] = false;
            return this;
        }

        /** Field {@code seal} as far as it is set. */
        public @Nullable Seal getSeal() {
            return seal;
        }

        /** Sets field {@code seal}. */
        public Builder setSeal(Seal value) {
            validate(fields()[4], value);
            this.seal = value;
            fieldSetFlags()[4] = true;
            return this;
        }

        /** Whether field {@code seal} is set. */
        public boolean hasSeal() {
            return fieldSetFlags()[4];
        }

        /** Leaves field {@code seal} to its default. */
        public Builder clearSeal() {
            seal = null;
            fieldSetFlags()[4] = false;
            return this;
        }

        /** Field {@code refund} as far as it is set. */
        public @Nullable Money getRefund() {
            return refund;
        }

        /** Sets field {@code refund}. */
        public Builder setRefund(@Nullable Money value) {
            validate(fields()[5], value);
            this.refund = value;
            fieldSetFlags()[5] = true;
            return this;
        }

        /** Whether field {@code refund} is set. */
        public boolean hasRefund() {
            return fieldSetFlags()[5];
        }

        /** Leaves field {@code refund} to its default. */
        public Builder clearRefund() {
            refund = null;
            fieldSetFlags()[5] = false;
            return this;
        }

        /** Field {@code either} as far as it is set. */
        public @Nullable Object getEither() {
            return either;
        }

        /** Sets field {@code either}. */
        public Builder setEither(Object value) {
            validate(fields()[6], value);
            this.either = value;
            fieldSetFlags()[6] = true;
            return this;
        }

        /** Whether field {@code either} is set. */
        public boolean hasEither() {
            return fieldSetFlags()[6];
        }

        /** Leaves field {@code either} to its default. */
        public Builder clearEither() {
            either = null;
            fieldSetFlags()[6] = false;
            return this;
        }

        /** Field {@code fee} as far as it is set. */
        public @Nullable BigDecimal getFee() {
            return fee;
        }

        /** Sets field {@code fee}. */
        public Builder setFee(BigDecimal value) {
            validate(fields()[7], value);
            this.fee = value;
            fieldSetFlags()[7] = true;
            return this;
        }

        /** Whether field {@code fee} is set. */
        public boolean hasFee() {
            return fieldSetFlags()[7];
        }

        /** Leaves field {@code fee} to its default. */
        public Builder clearFee() {
            fee = null;
            fieldSetFlags()[7] = false;
            return this;
        }

        @Override
        @SuppressWarnings("unchecked")
        public Paid build() {
            try {
                Paid record$ = new Paid();
                record$.id = fieldSetFlags()[0] ? this.id : (String) defaultValue(fields()[0]);
                record$.total = fieldSetFlags()[1] ? this.total : (Money) defaultValue(fields()[1]);
                record$.parts = fieldSetFlags()[2] ? this.parts : (List<Money>) defaultValue(fields()[2]);
                record$.limits = fieldSetFlags()[3] ? this.limits : (Map<String, @Nullable Money>) defaultValue(fields()[3]);
                record$.seal = fieldSetFlags()[4] ? this.seal : (Seal) defaultValue(fields()[4]);
                record$.refund = fieldSetFlags()[5] ? this.refund : (Money) defaultValue(fields()[5]);
                record$.either = fieldSetFlags()[6] ? this.either : defaultValue(fields()[6]);
                record$.fee = fieldSetFlags()[7] ? this.fee : (BigDecimal) defaultValue(fields()[7]);
                return record$;
            } catch (AvroMissingFieldException e) {
                throw e;
            } catch (Exception e) {
                throw new AvroRuntimeException(e);
            }
        }
    }

    /** Writes Avro's single-object encoding. */
    public static BinaryMessageEncoder<Paid> getEncoder() {
        return ENCODER$;
    }

    /** Reads Avro's single-object encoding, written with this class's schema. */
    public static BinaryMessageDecoder<Paid> getDecoder() {
        return DECODER$;
    }

    /** Reads Avro's single-object encoding, written with any schema of a store. */
    public static BinaryMessageDecoder<Paid> createDecoder(SchemaStore store) {
        return new BinaryMessageDecoder<>(MODEL$, SCHEMA$, store);
    }

    /** This record in Avro's single-object encoding. */
    public ByteBuffer toByteBuffer() throws IOException {
        return ENCODER$.encode(this);
    }

    /** A record in Avro's single-object encoding. */
    public static Paid fromByteBuffer(ByteBuffer bytes) throws IOException {
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
        result$ = 31 * result$ + Objects.hashCode(parts);
        result$ = 31 * result$ + Objects.hashCode(limits);
        result$ = 31 * result$ + Objects.hashCode(seal);
        result$ = 31 * result$ + Objects.hashCode(refund);
        result$ = 31 * result$ + Objects.hashCode(either);
        result$ = 31 * result$ + Objects.hashCode(fee);
        return result$;
    }

    @Override
    public boolean equals(@Nullable Object other$) {
        if (this == other$) {
            return true;
        }
        return other$ instanceof Paid that$
                && Objects.equals(id, that$.id)
                && Objects.equals(total, that$.total)
                && Objects.equals(parts, that$.parts)
                && Objects.equals(limits, that$.limits)
                && Objects.equals(seal, that$.seal)
                && Objects.equals(refund, that$.refund)
                && Objects.equals(either, that$.either)
                && Objects.equals(fee, that$.fee);
    }
}
