package org.post;

import io.tidings.messaging.Generated;
import io.tidings.messaging.avro.Coded;
import io.tidings.messaging.avro.RecordData;
import java.io.IOException;
import java.io.ObjectInput;
import java.io.ObjectOutput;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.apache.avro.AvroMissingFieldException;
import org.apache.avro.AvroRuntimeException;
import org.apache.avro.Conversion;
import org.apache.avro.Conversions.DecimalConversion;
import org.apache.avro.Conversions.UUIDConversion;
import org.apache.avro.JsonSchemaParser;
import org.apache.avro.Schema;
import org.apache.avro.data.RecordBuilder;
import org.apache.avro.data.TimeConversions.TimestampMillisConversion;
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

/** A parcel is on its way &#42;/ &#64;see &#123;&#64;link&#125; &lt;b&gt; &#92;u002a. */
@Generated(document = "asyncapi.yaml", version = "2.1.0")
@Coded(PostedCodec.class)
@AvroGenerated
@NullMarked
@SuppressWarnings({"NullAway", "serial"})
public class Posted extends SpecificRecordBase implements SpecificRecord {

    private static final long serialVersionUID = 4401914624656190357L;

    /** What this class was generated from. */
    public static final Schema SCHEMA$ = JsonSchemaParser.parseInternal(
            "{\"type\":\"record\",\"name\":\"Posted\",\"namespace\":\"org.post\",\"doc\":\"A parcel is on its way */ @see {@link"
            + "} <b> \\\\u002a.\",\"fields\":[{\"name\":\"id\",\"type\":{\"type\":\"string\",\"logicalType\":\"uuid\"},\"doc\":\"Its numb"
            + "er.\"},{\"name\":\"grams\",\"type\":\"int\"},{\"name\":\"note\",\"type\":[\"null\",{\"type\":\"string\",\"avro.java.string"
            + "\":\"String\"}],\"default\":null},{\"name\":\"at\",\"type\":{\"type\":\"long\",\"logicalType\":\"timestamp-millis\"}},{"
            + "\"name\":\"price\",\"type\":{\"type\":\"bytes\",\"logicalType\":\"decimal\",\"precision\":9,\"scale\":2}},{\"name\":\"siz"
            + "e\",\"type\":{\"type\":\"enum\",\"name\":\"Size\",\"doc\":\"How large.\",\"symbols\":[\"S\",\"class\",\"L\"],\"default\":\"S\"}"
            + ",\"default\":\"S\"},{\"name\":\"mark\",\"type\":{\"type\":\"fixed\",\"name\":\"Mark\",\"size\":4}},{\"name\":\"to\",\"type\":["
            + "{\"type\":\"record\",\"name\":\"Address\",\"fields\":[{\"name\":\"street\",\"type\":{\"type\":\"string\",\"avro.java.stri"
            + "ng\":\"String\"}}]},{\"type\":\"record\",\"name\":\"Locker\",\"fields\":[{\"name\":\"number\",\"type\":\"long\"}]},\"Size\""
            + ",\"null\",{\"type\":\"string\",\"avro.java.string\":\"String\"}]},{\"name\":\"tags\",\"type\":{\"type\":\"map\",\"values\""
            + ":[\"null\",{\"type\":\"string\",\"avro.java.string\":\"String\"}],\"avro.java.string\":\"String\"},\"default\":{}},{"
            + "\"name\":\"stops\",\"type\":{\"type\":\"array\",\"items\":\"Address\"},\"default\":[]}]}");

    private static final SpecificData MODEL$ = new RecordData(Posted.class);

    static {
        MODEL$.addLogicalTypeConversion(new DecimalConversion());
        MODEL$.addLogicalTypeConversion(new UUIDConversion());
        MODEL$.addLogicalTypeConversion(new TimestampMillisConversion());
    }

    private static final BinaryMessageEncoder<Posted> ENCODER$ = new BinaryMessageEncoder<>(MODEL$, SCHEMA$);
    private static final BinaryMessageDecoder<Posted> DECODER$ = new BinaryMessageDecoder<>(MODEL$, SCHEMA$);

    @SuppressWarnings("unchecked")
    private static final DatumWriter<Posted> WRITER$ =
            (DatumWriter<Posted>) MODEL$.createDatumWriter(SCHEMA$);

    @SuppressWarnings("unchecked")
    private static final DatumReader<Posted> READER$ =
            (DatumReader<Posted>) MODEL$.createDatumReader(SCHEMA$);

    private static final Conversion<?>[] CONVERSIONS$ = new Conversion<?>[] {
        new UUIDConversion(),
        null,
        null,
        new TimestampMillisConversion(),
        new DecimalConversion(),
        null,
        null,
        null,
        null,
        null,
    };

    private UUID id;
    private int grams;
    private @Nullable String note;
    private Instant at;
    private BigDecimal price;
    private Size size;
    private Mark mark;
    private @Nullable Object to;
    private Map<String, @Nullable String> tags;
    private List<Address> stops;

    /** Leaves every field unset, whatever its default: {@link #newBuilder} heeds defaults. */
    public Posted() {}

    /** Sets every field. */
    public Posted(
            UUID id,
            int grams,
            @Nullable String note,
            Instant at,
            BigDecimal price,
            Size size,
            Mark mark,
            @Nullable Object to,
            Map<String, @Nullable String> tags,
            List<Address> stops) {
        this.id = id;
        this.grams = grams;
        this.note = note;
        this.at = at.truncatedTo(java.time.temporal.ChronoUnit.MILLIS);
        this.price = price;
        this.size = size;
        this.mark = mark;
        this.to = to;
        this.tags = tags;
        this.stops = stops;
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
            case 1 -> grams;
            case 2 -> note;
            case 3 -> at;
            case 4 -> price;
            case 5 -> size;
            case 6 -> mark;
            case 7 -> to;
            case 8 -> tags;
            case 9 -> stops;
            default -> throw new IndexOutOfBoundsException("There is no field " + position$);
        };
    }

    /** Sets a field by its position: for Avro's readers. */
    @Override
    @SuppressWarnings("unchecked")
    public void put(int position$, @Nullable Object value$) {
        switch (position$) {
            case 0 -> this.id = (UUID) value$;
            case 1 -> this.grams = (Integer) value$;
            case 2 -> this.note = value$ == null ? null : value$.toString();
            case 3 -> this.at = (Instant) value$;
            case 4 -> this.price = (BigDecimal) value$;
            case 5 -> this.size = (Size) value$;
            case 6 -> this.mark = (Mark) value$;
            case 7 -> this.to = value$;
            case 8 -> this.tags = (Map<String, @Nullable String>) value$;
            case 9 -> this.stops = (List<Address>) value$;
            default -> throw new IndexOutOfBoundsException("There is no field " + position$);
        }
    }

    /** Its number. */
    public UUID getId() {
        return id;
    }

    /** Sets field {@code id}. */
    public void setId(UUID value) {
        this.id = value;
    }

    /** Field {@code grams}. */
    public int getGrams() {
        return grams;
    }

    /** Sets field {@code grams}. */
    public void setGrams(int value) {
        this.grams = value;
    }

    /** Field {@code note}. */
    public @Nullable String getNote() {
        return note;
    }

    /** Sets field {@code note}. */
    public void setNote(@Nullable String value) {
        this.note = value;
    }

    /** Field {@code at}. */
    public Instant getAt() {
        return at;
    }

    /** Sets field {@code at}. */
    public void setAt(Instant value) {
        this.at = value.truncatedTo(java.time.temporal.ChronoUnit.MILLIS);
    }

    /** Field {@code price}. */
    public BigDecimal getPrice() {
        return price;
    }

    /** Sets field {@code price}. */
    public void setPrice(BigDecimal value) {
        this.price = value;
    }

    /** Field {@code size}. */
    public Size getSize() {
        return size;
    }

    /** Sets field {@code size}. */
    public void setSize(Size value) {
        this.size = value;
    }

    /** Field {@code mark}. */
    public Mark getMark() {
        return mark;
    }

    /** Sets field {@code mark}. */
    public void setMark(Mark value) {
        this.mark = value;
    }

    /** Field {@code to}. */
    public @Nullable Object getTo() {
        return to;
    }

    /** Field {@code to} as one of its types. */
    public @Nullable PostedToChoice getToChoice() {
        return to == null ? null : PostedToChoice.from(to);
    }

    /** Sets field {@code to}. */
    public void setTo(@Nullable PostedToChoice value) {
        this.to = value == null ? null : value.value();
    }

    /** Sets field {@code to}. */
    public void setTo(@Nullable Object value) {
        this.to = value;
    }

    /** Field {@code tags}. */
    public Map<String, @Nullable String> getTags() {
        return tags;
    }

    /** Sets field {@code tags}. */
    public void setTags(Map<String, @Nullable String> value) {
        this.tags = value;
    }

    /** Field {@code stops}. */
    public List<Address> getStops() {
        return stops;
    }

    /** Sets field {@code stops}. */
    public void setStops(List<Address> value) {
        this.stops = value;
    }

    /** Builds a record step by step: code that leaves out what has to be set does not compile. */
    public static PostedStages.NeedsId builder() {
        return PostedStages.first();
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
    public static Builder newBuilder(@Nullable Posted other) {
        return other == null ? new Builder() : new Builder(other);
    }

    /** Builds records, and gives fields that are not set their defaults. */
    @AvroGenerated
    public static final class Builder extends SpecificRecordBuilderBase<Posted> implements RecordBuilder<Posted> {

        private @Nullable UUID id;
        private int grams;
        private @Nullable String note;
        private @Nullable Instant at;
        private @Nullable BigDecimal price;
        private @Nullable Size size;
        private @Nullable Mark mark;
        private @Nullable Object to;
        private @Nullable Map<String, @Nullable String> tags;
        private @Nullable List<Address> stops;

        private Builder() {
            super(SCHEMA$, MODEL$);
        }

        private Builder(Builder other$) {
            super(other$);
            if (isValidValue(fields()[0], other$.id)) {
                this.id = data().deepCopy(fields()[0].schema(), other$.id);
                fieldSetFlags()[0] = other$.fieldSetFlags()[0];
            }
            if (isValidValue(fields()[1], other$.grams)) {
                this.grams = data().deepCopy(fields()[1].schema(), other$.grams);
                fieldSetFlags()[1] = other$.fieldSetFlags()[1];
            }
            if (isValidValue(fields()[2], other$.note)) {
                this.note = data().deepCopy(fields()[2].schema(), other$.note);
                fieldSetFlags()[2] = other$.fieldSetFlags()[2];
            }
            if (isValidValue(fields()[3], other$.at)) {
                this.at = data().deepCopy(fields()[3].schema(), other$.at);
                fieldSetFlags()[3] = other$.fieldSetFlags()[3];
            }
            if (isValidValue(fields()[4], other$.price)) {
                this.price = data().deepCopy(fields()[4].schema(), other$.price);
                fieldSetFlags()[4] = other$.fieldSetFlags()[4];
            }
            if (isValidValue(fields()[5], other$.size)) {
                this.size = data().deepCopy(fields()[5].schema(), other$.size);
                fieldSetFlags()[5] = other$.fieldSetFlags()[5];
            }
            if (isValidValue(fields()[6], other$.mark)) {
                this.mark = data().deepCopy(fields()[6].schema(), other$.mark);
                fieldSetFlags()[6] = other$.fieldSetFlags()[6];
            }
            if (isValidValue(fields()[7], other$.to)) {
                this.to = data().deepCopy(fields()[7].schema(), other$.to);
                fieldSetFlags()[7] = other$.fieldSetFlags()[7];
            }
            if (isValidValue(fields()[8], other$.tags)) {
                this.tags = data().deepCopy(fields()[8].schema(), other$.tags);
                fieldSetFlags()[8] = other$.fieldSetFlags()[8];
            }
            if (isValidValue(fields()[9], other$.stops)) {
                this.stops = data().deepCopy(fields()[9].schema(), other$.stops);
                fieldSetFlags()[9] = other$.fieldSetFlags()[9];
            }
        }

        private Builder(Posted other$) {
            super(SCHEMA$, MODEL$);
            if (isValidValue(fields()[0], other$.id)) {
                this.id = data().deepCopy(fields()[0].schema(), other$.id);
                fieldSetFlags()[0] = true;
            }
            if (isValidValue(fields()[1], other$.grams)) {
                this.grams = data().deepCopy(fields()[1].schema(), other$.grams);
                fieldSetFlags()[1] = true;
            }
            if (isValidValue(fields()[2], other$.note)) {
                this.note = data().deepCopy(fields()[2].schema(), other$.note);
                fieldSetFlags()[2] = true;
            }
            if (isValidValue(fields()[3], other$.at)) {
                this.at = data().deepCopy(fields()[3].schema(), other$.at);
                fieldSetFlags()[3] = true;
            }
            if (isValidValue(fields()[4], other$.price)) {
                this.price = data().deepCopy(fields()[4].schema(), other$.price);
                fieldSetFlags()[4] = true;
            }
            if (isValidValue(fields()[5], other$.size)) {
                this.size = data().deepCopy(fields()[5].schema(), other$.size);
                fieldSetFlags()[5] = true;
            }
            if (isValidValue(fields()[6], other$.mark)) {
                this.mark = data().deepCopy(fields()[6].schema(), other$.mark);
                fieldSetFlags()[6] = true;
            }
            if (isValidValue(fields()[7], other$.to)) {
                this.to = data().deepCopy(fields()[7].schema(), other$.to);
                fieldSetFlags()[7] = true;
            }
            if (isValidValue(fields()[8], other$.tags)) {
                this.tags = data().deepCopy(fields()[8].schema(), other$.tags);
                fieldSetFlags()[8] = true;
            }
            if (isValidValue(fields()[9], other$.stops)) {
                this.stops = data().deepCopy(fields()[9].schema(), other$.stops);
                fieldSetFlags()[9] = true;
            }
        }

        /** Field {@code id} as far as it is set. */
        public @Nullable UUID getId() {
            return id;
        }

        /** Sets field {@code id}. */
        public Builder setId(UUID value) {
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

        /** Field {@code grams} as far as it is set. */
        public int getGrams() {
            return grams;
        }

        /** Sets field {@code grams}. */
        public Builder setGrams(int value) {
            validate(fields()[1], value);
            this.grams = value;
            fieldSetFlags()[1] = true;
            return this;
        }

        /** Whether field {@code grams} is set. */
        public boolean hasGrams() {
            return fieldSetFlags()[1];
        }

        /** Leaves field {@code grams} to its default. */
        public Builder clearGrams() {
            fieldSetFlags()[1] = false;
            return this;
        }

        /** Field {@code note} as far as it is set. */
        public @Nullable String getNote() {
            return note;
        }

        /** Sets field {@code note}. */
        public Builder setNote(@Nullable String value) {
            validate(fields()[2], value);
            this.note = value;
            fieldSetFlags()[2] = true;
            return this;
        }

        /** Whether field {@code note} is set. */
        public boolean hasNote() {
            return fieldSetFlags()[2];
        }

        /** Leaves field {@code note} to its default. */
        public Builder clearNote() {
            note = null;
            fieldSetFlags()[2] = false;
            return this;
        }

        /** Field {@code at} as far as it is set. */
        public @Nullable Instant getAt() {
            return at;
        }

        /** Sets field {@code at}. */
        public Builder setAt(Instant value) {
            validate(fields()[3], value);
            this.at = value.truncatedTo(java.time.temporal.ChronoUnit.MILLIS);
            fieldSetFlags()[3] = true;
            return this;
        }

        /** Whether field {@code at} is set. */
        public boolean hasAt() {
            return fieldSetFlags()[3];
        }

        /** Leaves field {@code at} to its default. */
        public Builder clearAt() {
            at = null;
            fieldSetFlags()[3] = false;
            return this;
        }

        /** Field {@code price} as far as it is set. */
        public @Nullable BigDecimal getPrice() {
            return price;
        }

        /** Sets field {@code price}. */
        public Builder setPrice(BigDecimal value) {
            validate(fields()[4], value);
            this.price = value;
            fieldSetFlags()[4] = true;
            return this;
        }

        /** Whether field {@code price} is set. */
        public boolean hasPrice() {
            return fieldSetFlags()[4];
        }

        /** Leaves field {@code price} to its default. */
        public Builder clearPrice() {
            price = null;
            fieldSetFlags()[4] = false;
            return this;
        }

        /** Field {@code size} as far as it is set. */
        public @Nullable Size getSize() {
            return size;
        }

        /** Sets field {@code size}. */
        public Builder setSize(Size value) {
            validate(fields()[5], value);
            this.size = value;
            fieldSetFlags()[5] = true;
            return this;
        }

        /** Whether field {@code size} is set. */
        public boolean hasSize() {
            return fieldSetFlags()[5];
        }

        /** Leaves field {@code size} to its default. */
        public Builder clearSize() {
            size = null;
            fieldSetFlags()[5] = false;
            return this;
        }

        /** Field {@code mark} as far as it is set. */
        public @Nullable Mark getMark() {
            return mark;
        }

        /** Sets field {@code mark}. */
        public Builder setMark(Mark value) {
            validate(fields()[6], value);
            this.mark = value;
            fieldSetFlags()[6] = true;
            return this;
        }

        /** Whether field {@code mark} is set. */
        public boolean hasMark() {
            return fieldSetFlags()[6];
        }

        /** Leaves field {@code mark} to its default. */
        public Builder clearMark() {
            mark = null;
            fieldSetFlags()[6] = false;
            return this;
        }

        /** Field {@code to} as far as it is set. */
        public @Nullable Object getTo() {
            return to;
        }

        /** Sets field {@code to}. */
        public Builder setTo(@Nullable Object value) {
            validate(fields()[7], value);
            this.to = value;
            fieldSetFlags()[7] = true;
            return this;
        }

        /** Whether field {@code to} is set. */
        public boolean hasTo() {
            return fieldSetFlags()[7];
        }

        /** Leaves field {@code to} to its default. */
        public Builder clearTo() {
            to = null;
            fieldSetFlags()[7] = false;
            return this;
        }

        /** Field {@code tags} as far as it is set. */
        public @Nullable Map<String, @Nullable String> getTags() {
            return tags;
        }

        /** Sets field {@code tags}. */
        public Builder setTags(Map<String, @Nullable String> value) {
            validate(fields()[8], value);
            this.tags = value;
            fieldSetFlags()[8] = true;
            return this;
        }

        /** Whether field {@code tags} is set. */
        public boolean hasTags() {
            return fieldSetFlags()[8];
        }

        /** Leaves field {@code tags} to its default. */
        public Builder clearTags() {
            tags = null;
            fieldSetFlags()[8] = false;
            return this;
        }

        /** Field {@code stops} as far as it is set. */
        public @Nullable List<Address> getStops() {
            return stops;
        }

        /** Sets field {@code stops}. */
        public Builder setStops(List<Address> value) {
            validate(fields()[9], value);
            this.stops = value;
            fieldSetFlags()[9] = true;
            return this;
        }

        /** Whether field {@code stops} is set. */
        public boolean hasStops() {
            return fieldSetFlags()[9];
        }

        /** Leaves field {@code stops} to its default. */
        public Builder clearStops() {
            stops = null;
            fieldSetFlags()[9] = false;
            return this;
        }

        @Override
        @SuppressWarnings("unchecked")
        public Posted build() {
            try {
                Posted record$ = new Posted();
                record$.id = fieldSetFlags()[0] ? this.id : (UUID) defaultValue(fields()[0]);
                record$.grams = fieldSetFlags()[1] ? this.grams : (Integer) defaultValue(fields()[1]);
                record$.note = fieldSetFlags()[2] ? this.note : (String) defaultValue(fields()[2]);
                record$.at = fieldSetFlags()[3] ? this.at : (Instant) defaultValue(fields()[3]);
                record$.price = fieldSetFlags()[4] ? this.price : (BigDecimal) defaultValue(fields()[4]);
                record$.size = fieldSetFlags()[5] ? this.size : (Size) defaultValue(fields()[5]);
                record$.mark = fieldSetFlags()[6] ? this.mark : (Mark) defaultValue(fields()[6]);
                record$.to = fieldSetFlags()[7] ? this.to : defaultValue(fields()[7]);
                record$.tags = fieldSetFlags()[8] ? this.tags : (Map<String, @Nullable String>) defaultValue(fields()[8]);
                record$.stops = fieldSetFlags()[9] ? this.stops : (List<Address>) defaultValue(fields()[9]);
                return record$;
            } catch (AvroMissingFieldException e) {
                throw e;
            } catch (Exception e) {
                throw new AvroRuntimeException(e);
            }
        }
    }

    /** Writes Avro's single-object encoding. */
    public static BinaryMessageEncoder<Posted> getEncoder() {
        return ENCODER$;
    }

    /** Reads Avro's single-object encoding, written with this class's schema. */
    public static BinaryMessageDecoder<Posted> getDecoder() {
        return DECODER$;
    }

    /** Reads Avro's single-object encoding, written with any schema of a store. */
    public static BinaryMessageDecoder<Posted> createDecoder(SchemaStore store) {
        return new BinaryMessageDecoder<>(MODEL$, SCHEMA$, store);
    }

    /** This record in Avro's single-object encoding. */
    public ByteBuffer toByteBuffer() throws IOException {
        return ENCODER$.encode(this);
    }

    /** A record in Avro's single-object encoding. */
    public static Posted fromByteBuffer(ByteBuffer bytes) throws IOException {
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
        result$ = 31 * result$ + Integer.hashCode(grams);
        result$ = 31 * result$ + Objects.hashCode(note);
        result$ = 31 * result$ + Objects.hashCode(at);
        result$ = 31 * result$ + Objects.hashCode(price);
        result$ = 31 * result$ + Objects.hashCode(size);
        result$ = 31 * result$ + Objects.hashCode(mark);
        result$ = 31 * result$ + Objects.hashCode(to);
        result$ = 31 * result$ + Objects.hashCode(tags);
        result$ = 31 * result$ + Objects.hashCode(stops);
        return result$;
    }

    @Override
    public boolean equals(@Nullable Object other$) {
        if (this == other$) {
            return true;
        }
        return other$ instanceof Posted that$
                && Objects.equals(id, that$.id)
                && grams == that$.grams
                && Objects.equals(note, that$.note)
                && Objects.equals(at, that$.at)
                && Objects.equals(price, that$.price)
                && Objects.equals(size, that$.size)
                && Objects.equals(mark, that$.mark)
                && Objects.equals(to, that$.to)
                && Objects.equals(tags, that$.tags)
                && Objects.equals(stops, that$.stops);
    }
}
