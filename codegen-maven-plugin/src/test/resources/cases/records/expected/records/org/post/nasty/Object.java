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
@Coded(ObjectCodec.class)
@AvroGenerated
@NullMarked
@SuppressWarnings({"NullAway", "serial"})
public class Object extends SpecificRecordBase implements SpecificRecord {

    private static final long serialVersionUID = 2278164907278369528L;

    /** What this class was generated from. */
    public static final Schema SCHEMA$ = JsonSchemaParser.parseInternal(
            "{\"type\":\"record\",\"name\":\"Object\",\"namespace\":\"org.post.nasty\",\"fields\":[{\"name\":\"class\",\"type\":\"int\""
            + "},{\"name\":\"schema\",\"type\":\"int\"},{\"name\":\"specificData\",\"type\":\"int\"},{\"name\":\"encoder\",\"type\":\"int\""
            + "},{\"name\":\"classSchema\",\"type\":\"int\"},{\"name\":\"java\",\"type\":[\"null\",{\"type\":\"string\",\"avro.java.stri"
            + "ng\":\"String\"}],\"default\":null},{\"name\":\"org\",\"type\":\"double\"},{\"name\":\"Objects\",\"type\":[\"null\",\"Obje"
            + "ct\"],\"default\":null},{\"name\":\"a_b\",\"type\":\"int\"},{\"name\":\"aB\",\"type\":\"int\"},{\"name\":\"AB\",\"type\":\"int"
            + "\"},{\"name\":\"value\",\"type\":{\"type\":\"string\",\"avro.java.string\":\"String\"}},{\"name\":\"other\",\"type\":\"flo"
            + "at\"},{\"name\":\"record\",\"type\":\"boolean\"},{\"name\":\"String\",\"type\":{\"type\":\"record\",\"name\":\"String\",\"fi"
            + "elds\":[{\"name\":\"List\",\"type\":{\"type\":\"array\",\"items\":{\"type\":\"string\",\"avro.java.string\":\"String\"}}}"
            + "]}},{\"name\":\"list\",\"type\":{\"type\":\"enum\",\"name\":\"List\",\"symbols\":[\"Override\",\"int\",\"SCHEMA\",\"valueOf"
            + "\"]}},{\"name\":\"override\",\"type\":{\"type\":\"fixed\",\"name\":\"Override\",\"size\":1}}]}");

    private static final SpecificData MODEL$ = new RecordData(Object.class);

    private static final BinaryMessageEncoder<Object> ENCODER$ = new BinaryMessageEncoder<>(MODEL$, SCHEMA$);
    private static final BinaryMessageDecoder<Object> DECODER$ = new BinaryMessageDecoder<>(MODEL$, SCHEMA$);

    @SuppressWarnings("unchecked")
    private static final DatumWriter<Object> WRITER$ =
            (DatumWriter<Object>) MODEL$.createDatumWriter(SCHEMA$);

    @SuppressWarnings("unchecked")
    private static final DatumReader<Object> READER$ =
            (DatumReader<Object>) MODEL$.createDatumReader(SCHEMA$);

    private int class$;
    private int schema;
    private int specificData;
    private int encoder;
    private int classSchema;
    private java.lang.@Nullable String java$;
    private double org$;
    private @Nullable Object Objects$;
    private int a_b;
    private int aB;
    private int AB;
    private java.lang.String value;
    private float other;
    private boolean record;
    private String String;
    private List list;
    private Override override;

    /** Leaves every field unset, whatever its default: {@link #newBuilder} heeds defaults. */
    public Object() {}

    /** Sets every field. */
    public Object(
            int class$,
            int schema,
            int specificData,
            int encoder,
            int classSchema,
            java.lang.@Nullable String java$,
            double org$,
            @Nullable Object Objects$,
            int a_b,
            int aB,
            int AB,
            java.lang.String value,
            float other,
            boolean record,
            String String,
            List list,
            Override override) {
        this.class$ = class$;
        this.schema = schema;
        this.specificData = specificData;
        this.encoder = encoder;
        this.classSchema = classSchema;
        this.java$ = java$;
        this.org$ = org$;
        this.Objects$ = Objects$;
        this.a_b = a_b;
        this.aB = aB;
        this.AB = AB;
        this.value = value;
        this.other = other;
        this.record = record;
        this.String = String;
        this.list = list;
        this.override = override;
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
            case 0 -> class$;
            case 1 -> schema;
            case 2 -> specificData;
            case 3 -> encoder;
            case 4 -> classSchema;
            case 5 -> java$;
            case 6 -> org$;
            case 7 -> Objects$;
            case 8 -> a_b;
            case 9 -> aB;
            case 10 -> AB;
            case 11 -> value;
            case 12 -> other;
            case 13 -> record;
            case 14 -> String;
            case 15 -> list;
            case 16 -> override;
            default -> throw new IndexOutOfBoundsException("There is no field " + position$);
        };
    }

    /** Sets a field by its position: for Avro's readers. */
    @java.lang.Override
    @SuppressWarnings("unchecked")
    public void put(int position$, java.lang.@Nullable Object value$) {
        switch (position$) {
            case 0 -> this.class$ = (Integer) value$;
            case 1 -> this.schema = (Integer) value$;
            case 2 -> this.specificData = (Integer) value$;
            case 3 -> this.encoder = (Integer) value$;
            case 4 -> this.classSchema = (Integer) value$;
            case 5 -> this.java$ = value$ == null ? null : value$.toString();
            case 6 -> this.org$ = (Double) value$;
            case 7 -> this.Objects$ = (Object) value$;
            case 8 -> this.a_b = (Integer) value$;
            case 9 -> this.aB = (Integer) value$;
            case 10 -> this.AB = (Integer) value$;
            case 11 -> this.value = value$ == null ? null : value$.toString();
            case 12 -> this.other = (Float) value$;
            case 13 -> this.record = (Boolean) value$;
            case 14 -> this.String = (String) value$;
            case 15 -> this.list = (List) value$;
            case 16 -> this.override = (Override) value$;
            default -> throw new IndexOutOfBoundsException("There is no field " + position$);
        }
    }

    /** Field {@code class}. */
    public int getClass$() {
        return class$;
    }

    /** Sets field {@code class}. */
    public void setClass$(int value) {
        this.class$ = value;
    }

    /** Field {@code schema}. */
    public int getSchema$() {
        return schema;
    }

    /** Sets field {@code schema}. */
    public void setSchema$(int value) {
        this.schema = value;
    }

    /** Field {@code specificData}. */
    public int getSpecificData$2() {
        return specificData;
    }

    /** Sets field {@code specificData}. */
    public void setSpecificData$2(int value) {
        this.specificData = value;
    }

    /** Field {@code encoder}. */
    public int getEncoder$2() {
        return encoder;
    }

    /** Sets field {@code encoder}. */
    public void setEncoder$2(int value) {
        this.encoder = value;
    }

    /** Field {@code classSchema}. */
    public int getClassSchema$() {
        return classSchema;
    }

    /** Sets field {@code classSchema}. */
    public void setClassSchema$(int value) {
        this.classSchema = value;
    }

    /** Field {@code java}. */
    public java.lang.@Nullable String getJava() {
        return java$;
    }

    /** Sets field {@code java}. */
    public void setJava(java.lang.@Nullable String value) {
        this.java$ = value;
    }

    /** Field {@code org}. */
    public double getOrg() {
        return org$;
    }

    /** Sets field {@code org}. */
    public void setOrg(double value) {
        this.org$ = value;
    }

    /** Field {@code Objects}. */
    public @Nullable Object getObjects() {
        return Objects$;
    }

    /** Sets field {@code Objects}. */
    public void setObjects(@Nullable Object value) {
        this.Objects$ = value;
    }

    /** Field {@code a_b}. */
    public int getAB() {
        return a_b;
    }

    /** Sets field {@code a_b}. */
    public void setAB(int value) {
        this.a_b = value;
    }

    /** Field {@code aB}. */
    public int getAB$2() {
        return aB;
    }

    /** Sets field {@code aB}. */
    public void setAB$2(int value) {
        this.aB = value;
    }

    /** Field {@code AB}. */
    public int getAB$0() {
        return AB;
    }

    /** Sets field {@code AB}. */
    public void setAB$0(int value) {
        this.AB = value;
    }

    /** Field {@code value}. */
    public java.lang.String getValue() {
        return value;
    }

    /** Sets field {@code value}. */
    public void setValue(java.lang.String value) {
        this.value = value;
    }

    /** Field {@code other}. */
    public float getOther() {
        return other;
    }

    /** Sets field {@code other}. */
    public void setOther(float value) {
        this.other = value;
    }

    /** Field {@code record}. */
    public boolean getRecord() {
        return record;
    }

    /** Sets field {@code record}. */
    public void setRecord(boolean value) {
        this.record = value;
    }

    /** Field {@code String}. */
    public String getString() {
        return String;
    }

    /** Sets field {@code String}. */
    public void setString(String value) {
        this.String = value;
    }

    /** Field {@code list}. */
    public List getList() {
        return list;
    }

    /** Sets field {@code list}. */
    public void setList(List value) {
        this.list = value;
    }

    /** Field {@code override}. */
    public Override getOverride() {
        return override;
    }

    /** Sets field {@code override}. */
    public void setOverride(Override value) {
        this.override = value;
    }

    /** Builds a record step by step: code that leaves out what has to be set does not compile. */
    public static ObjectStages.NeedsClass$ builder() {
        return ObjectStages.first();
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
    public static Builder newBuilder(@Nullable Object other) {
        return other == null ? new Builder() : new Builder(other);
    }

    /** Builds records, and gives fields that are not set their defaults. */
    @AvroGenerated
    public static final class Builder extends SpecificRecordBuilderBase<Object> implements RecordBuilder<Object> {

        private int class$;
        private int schema;
        private int specificData;
        private int encoder;
        private int classSchema;
        private java.lang.@Nullable String java$;
        private double org$;
        private @Nullable Object Objects$;
        private int a_b;
        private int aB;
        private int AB;
        private java.lang.@Nullable String value;
        private float other;
        private boolean record;
        private @Nullable String String;
        private @Nullable List list;
        private @Nullable Override override;

        private Builder() {
            super(SCHEMA$, MODEL$);
        }

        private Builder(Builder other$) {
            super(other$);
            if (isValidValue(fields()[0], other$.class$)) {
                this.class$ = data().deepCopy(fields()[0].schema(), other$.class$);
                fieldSetFlags()[0] = other$.fieldSetFlags()[0];
            }
            if (isValidValue(fields()[1], other$.schema)) {
                this.schema = data().deepCopy(fields()[1].schema(), other$.schema);
                fieldSetFlags()[1] = other$.fieldSetFlags()[1];
            }
            if (isValidValue(fields()[2], other$.specificData)) {
                this.specificData = data().deepCopy(fields()[2].schema(), other$.specificData);
                fieldSetFlags()[2] = other$.fieldSetFlags()[2];
            }
            if (isValidValue(fields()[3], other$.encoder)) {
                this.encoder = data().deepCopy(fields()[3].schema(), other$.encoder);
                fieldSetFlags()[3] = other$.fieldSetFlags()[3];
            }
            if (isValidValue(fields()[4], other$.classSchema)) {
                this.classSchema = data().deepCopy(fields()[4].schema(), other$.classSchema);
                fieldSetFlags()[4] = other$.fieldSetFlags()[4];
            }
            if (isValidValue(fields()[5], other$.java$)) {
                this.java$ = data().deepCopy(fields()[5].schema(), other$.java$);
                fieldSetFlags()[5] = other$.fieldSetFlags()[5];
            }
            if (isValidValue(fields()[6], other$.org$)) {
                this.org$ = data().deepCopy(fields()[6].schema(), other$.org$);
                fieldSetFlags()[6] = other$.fieldSetFlags()[6];
            }
            if (isValidValue(fields()[7], other$.Objects$)) {
                this.Objects$ = data().deepCopy(fields()[7].schema(), other$.Objects$);
                fieldSetFlags()[7] = other$.fieldSetFlags()[7];
            }
            if (isValidValue(fields()[8], other$.a_b)) {
                this.a_b = data().deepCopy(fields()[8].schema(), other$.a_b);
                fieldSetFlags()[8] = other$.fieldSetFlags()[8];
            }
            if (isValidValue(fields()[9], other$.aB)) {
                this.aB = data().deepCopy(fields()[9].schema(), other$.aB);
                fieldSetFlags()[9] = other$.fieldSetFlags()[9];
            }
            if (isValidValue(fields()[10], other$.AB)) {
                this.AB = data().deepCopy(fields()[10].schema(), other$.AB);
                fieldSetFlags()[10] = other$.fieldSetFlags()[10];
            }
            if (isValidValue(fields()[11], other$.value)) {
                this.value = data().deepCopy(fields()[11].schema(), other$.value);
                fieldSetFlags()[11] = other$.fieldSetFlags()[11];
            }
            if (isValidValue(fields()[12], other$.other)) {
                this.other = data().deepCopy(fields()[12].schema(), other$.other);
                fieldSetFlags()[12] = other$.fieldSetFlags()[12];
            }
            if (isValidValue(fields()[13], other$.record)) {
                this.record = data().deepCopy(fields()[13].schema(), other$.record);
                fieldSetFlags()[13] = other$.fieldSetFlags()[13];
            }
            if (isValidValue(fields()[14], other$.String)) {
                this.String = data().deepCopy(fields()[14].schema(), other$.String);
                fieldSetFlags()[14] = other$.fieldSetFlags()[14];
            }
            if (isValidValue(fields()[15], other$.list)) {
                this.list = data().deepCopy(fields()[15].schema(), other$.list);
                fieldSetFlags()[15] = other$.fieldSetFlags()[15];
            }
            if (isValidValue(fields()[16], other$.override)) {
                this.override = data().deepCopy(fields()[16].schema(), other$.override);
                fieldSetFlags()[16] = other$.fieldSetFlags()[16];
            }
        }

        private Builder(Object other$) {
            super(SCHEMA$, MODEL$);
            if (isValidValue(fields()[0], other$.class$)) {
                this.class$ = data().deepCopy(fields()[0].schema(), other$.class$);
                fieldSetFlags()[0] = true;
            }
            if (isValidValue(fields()[1], other$.schema)) {
                this.schema = data().deepCopy(fields()[1].schema(), other$.schema);
                fieldSetFlags()[1] = true;
            }
            if (isValidValue(fields()[2], other$.specificData)) {
                this.specificData = data().deepCopy(fields()[2].schema(), other$.specificData);
                fieldSetFlags()[2] = true;
            }
            if (isValidValue(fields()[3], other$.encoder)) {
                this.encoder = data().deepCopy(fields()[3].schema(), other$.encoder);
                fieldSetFlags()[3] = true;
            }
            if (isValidValue(fields()[4], other$.classSchema)) {
                this.classSchema = data().deepCopy(fields()[4].schema(), other$.classSchema);
                fieldSetFlags()[4] = true;
            }
            if (isValidValue(fields()[5], other$.java$)) {
                this.java$ = data().deepCopy(fields()[5].schema(), other$.java$);
                fieldSetFlags()[5] = true;
            }
            if (isValidValue(fields()[6], other$.org$)) {
                this.org$ = data().deepCopy(fields()[6].schema(), other$.org$);
                fieldSetFlags()[6] = true;
            }
            if (isValidValue(fields()[7], other$.Objects$)) {
                this.Objects$ = data().deepCopy(fields()[7].schema(), other$.Objects$);
                fieldSetFlags()[7] = true;
            }
            if (isValidValue(fields()[8], other$.a_b)) {
                this.a_b = data().deepCopy(fields()[8].schema(), other$.a_b);
                fieldSetFlags()[8] = true;
            }
            if (isValidValue(fields()[9], other$.aB)) {
                this.aB = data().deepCopy(fields()[9].schema(), other$.aB);
                fieldSetFlags()[9] = true;
            }
            if (isValidValue(fields()[10], other$.AB)) {
                this.AB = data().deepCopy(fields()[10].schema(), other$.AB);
                fieldSetFlags()[10] = true;
            }
            if (isValidValue(fields()[11], other$.value)) {
                this.value = data().deepCopy(fields()[11].schema(), other$.value);
                fieldSetFlags()[11] = true;
            }
            if (isValidValue(fields()[12], other$.other)) {
                this.other = data().deepCopy(fields()[12].schema(), other$.other);
                fieldSetFlags()[12] = true;
            }
            if (isValidValue(fields()[13], other$.record)) {
                this.record = data().deepCopy(fields()[13].schema(), other$.record);
                fieldSetFlags()[13] = true;
            }
            if (isValidValue(fields()[14], other$.String)) {
                this.String = data().deepCopy(fields()[14].schema(), other$.String);
                fieldSetFlags()[14] = true;
            }
            if (isValidValue(fields()[15], other$.list)) {
                this.list = data().deepCopy(fields()[15].schema(), other$.list);
                fieldSetFlags()[15] = true;
            }
            if (isValidValue(fields()[16], other$.override)) {
                this.override = data().deepCopy(fields()[16].schema(), other$.override);
                fieldSetFlags()[16] = true;
            }
        }

        /** Field {@code class} as far as it is set. */
        public int getClass$() {
            return class$;
        }

        /** Sets field {@code class}. */
        public Builder setClass$(int value) {
            validate(fields()[0], value);
            this.class$ = value;
            fieldSetFlags()[0] = true;
            return this;
        }

        /** Whether field {@code class} is set. */
        public boolean hasClass$() {
            return fieldSetFlags()[0];
        }

        /** Leaves field {@code class} to its default. */
        public Builder clearClass$() {
            fieldSetFlags()[0] = false;
            return this;
        }

        /** Field {@code schema} as far as it is set. */
        public int getSchema$() {
            return schema;
        }

        /** Sets field {@code schema}. */
        public Builder setSchema$(int value) {
            validate(fields()[1], value);
            this.schema = value;
            fieldSetFlags()[1] = true;
            return this;
        }

        /** Whether field {@code schema} is set. */
        public boolean hasSchema$() {
            return fieldSetFlags()[1];
        }

        /** Leaves field {@code schema} to its default. */
        public Builder clearSchema$() {
            fieldSetFlags()[1] = false;
            return this;
        }

        /** Field {@code specificData} as far as it is set. */
        public int getSpecificData$2() {
            return specificData;
        }

        /** Sets field {@code specificData}. */
        public Builder setSpecificData$2(int value) {
            validate(fields()[2], value);
            this.specificData = value;
            fieldSetFlags()[2] = true;
            return this;
        }

        /** Whether field {@code specificData} is set. */
        public boolean hasSpecificData$2() {
            return fieldSetFlags()[2];
        }

        /** Leaves field {@code specificData} to its default. */
        public Builder clearSpecificData$2() {
            fieldSetFlags()[2] = false;
            return this;
        }

        /** Field {@code encoder} as far as it is set. */
        public int getEncoder$2() {
            return encoder;
        }

        /** Sets field {@code encoder}. */
        public Builder setEncoder$2(int value) {
            validate(fields()[3], value);
            this.encoder = value;
            fieldSetFlags()[3] = true;
            return this;
        }

        /** Whether field {@code encoder} is set. */
        public boolean hasEncoder$2() {
            return fieldSetFlags()[3];
        }

        /** Leaves field {@code encoder} to its default. */
        public Builder clearEncoder$2() {
            fieldSetFlags()[3] = false;
            return this;
        }

        /** Field {@code classSchema} as far as it is set. */
        public int getClassSchema$() {
            return classSchema;
        }

        /** Sets field {@code classSchema}. */
        public Builder setClassSchema$(int value) {
            validate(fields()[4], value);
            this.classSchema = value;
            fieldSetFlags()[4] = true;
            return this;
        }

        /** Whether field {@code classSchema} is set. */
        public boolean hasClassSchema$() {
            return fieldSetFlags()[4];
        }

        /** Leaves field {@code classSchema} to its default. */
        public Builder clearClassSchema$() {
            fieldSetFlags()[4] = false;
            return this;
        }

        /** Field {@code java} as far as it is set. */
        public java.lang.@Nullable String getJava() {
            return java$;
        }

        /** Sets field {@code java}. */
        public Builder setJava(java.lang.@Nullable String value) {
            validate(fields()[5], value);
            this.java$ = value;
            fieldSetFlags()[5] = true;
            return this;
        }

        /** Whether field {@code java} is set. */
        public boolean hasJava() {
            return fieldSetFlags()[5];
        }

        /** Leaves field {@code java} to its default. */
        public Builder clearJava() {
            java$ = null;
            fieldSetFlags()[5] = false;
            return this;
        }

        /** Field {@code org} as far as it is set. */
        public double getOrg() {
            return org$;
        }

        /** Sets field {@code org}. */
        public Builder setOrg(double value) {
            validate(fields()[6], value);
            this.org$ = value;
            fieldSetFlags()[6] = true;
            return this;
        }

        /** Whether field {@code org} is set. */
        public boolean hasOrg() {
            return fieldSetFlags()[6];
        }

        /** Leaves field {@code org} to its default. */
        public Builder clearOrg() {
            fieldSetFlags()[6] = false;
            return this;
        }

        /** Field {@code Objects} as far as it is set. */
        public @Nullable Object getObjects() {
            return Objects$;
        }

        /** Sets field {@code Objects}. */
        public Builder setObjects(@Nullable Object value) {
            validate(fields()[7], value);
            this.Objects$ = value;
            fieldSetFlags()[7] = true;
            return this;
        }

        /** Whether field {@code Objects} is set. */
        public boolean hasObjects() {
            return fieldSetFlags()[7];
        }

        /** Leaves field {@code Objects} to its default. */
        public Builder clearObjects() {
            Objects$ = null;
            fieldSetFlags()[7] = false;
            return this;
        }

        /** Field {@code a_b} as far as it is set. */
        public int getAB() {
            return a_b;
        }

        /** Sets field {@code a_b}. */
        public Builder setAB(int value) {
            validate(fields()[8], value);
            this.a_b = value;
            fieldSetFlags()[8] = true;
            return this;
        }

        /** Whether field {@code a_b} is set. */
        public boolean hasAB() {
            return fieldSetFlags()[8];
        }

        /** Leaves field {@code a_b} to its default. */
        public Builder clearAB() {
            fieldSetFlags()[8] = false;
            return this;
        }

        /** Field {@code aB} as far as it is set. */
        public int getAB$2() {
            return aB;
        }

        /** Sets field {@code aB}. */
        public Builder setAB$2(int value) {
            validate(fields()[9], value);
            this.aB = value;
            fieldSetFlags()[9] = true;
            return this;
        }

        /** Whether field {@code aB} is set. */
        public boolean hasAB$2() {
            return fieldSetFlags()[9];
        }

        /** Leaves field {@code aB} to its default. */
        public Builder clearAB$2() {
            fieldSetFlags()[9] = false;
            return this;
        }

        /** Field {@code AB} as far as it is set. */
        public int getAB$0() {
            return AB;
        }

        /** Sets field {@code AB}. */
        public Builder setAB$0(int value) {
            validate(fields()[10], value);
            this.AB = value;
            fieldSetFlags()[10] = true;
            return this;
        }

        /** Whether field {@code AB} is set. */
        public boolean hasAB$0() {
            return fieldSetFlags()[10];
        }

        /** Leaves field {@code AB} to its default. */
        public Builder clearAB$0() {
            fieldSetFlags()[10] = false;
            return this;
        }

        /** Field {@code value} as far as it is set. */
        public java.lang.@Nullable String getValue() {
            return value;
        }

        /** Sets field {@code value}. */
        public Builder setValue(java.lang.String value) {
            validate(fields()[11], value);
            this.value = value;
            fieldSetFlags()[11] = true;
            return this;
        }

        /** Whether field {@code value} is set. */
        public boolean hasValue() {
            return fieldSetFlags()[11];
        }

        /** Leaves field {@code value} to its default. */
        public Builder clearValue() {
            value = null;
            fieldSetFlags()[11] = false;
            return this;
        }

        /** Field {@code other} as far as it is set. */
        public float getOther() {
            return other;
        }

        /** Sets field {@code other}. */
        public Builder setOther(float value) {
            validate(fields()[12], value);
            this.other = value;
            fieldSetFlags()[12] = true;
            return this;
        }

        /** Whether field {@code other} is set. */
        public boolean hasOther() {
            return fieldSetFlags()[12];
        }

        /** Leaves field {@code other} to its default. */
        public Builder clearOther() {
            fieldSetFlags()[12] = false;
            return this;
        }

        /** Field {@code record} as far as it is set. */
        public boolean getRecord() {
            return record;
        }

        /** Sets field {@code record}. */
        public Builder setRecord(boolean value) {
            validate(fields()[13], value);
            this.record = value;
            fieldSetFlags()[13] = true;
            return this;
        }

        /** Whether field {@code record} is set. */
        public boolean hasRecord() {
            return fieldSetFlags()[13];
        }

        /** Leaves field {@code record} to its default. */
        public Builder clearRecord() {
            fieldSetFlags()[13] = false;
            return this;
        }

        /** Field {@code String} as far as it is set. */
        public @Nullable String getString() {
            return String;
        }

        /** Sets field {@code String}. */
        public Builder setString(String value) {
            validate(fields()[14], value);
            this.String = value;
            fieldSetFlags()[14] = true;
            return this;
        }

        /** Whether field {@code String} is set. */
        public boolean hasString() {
            return fieldSetFlags()[14];
        }

        /** Leaves field {@code String} to its default. */
        public Builder clearString() {
            String = null;
            fieldSetFlags()[14] = false;
            return this;
        }

        /** Field {@code list} as far as it is set. */
        public @Nullable List getList() {
            return list;
        }

        /** Sets field {@code list}. */
        public Builder setList(List value) {
            validate(fields()[15], value);
            this.list = value;
            fieldSetFlags()[15] = true;
            return this;
        }

        /** Whether field {@code list} is set. */
        public boolean hasList() {
            return fieldSetFlags()[15];
        }

        /** Leaves field {@code list} to its default. */
        public Builder clearList() {
            list = null;
            fieldSetFlags()[15] = false;
            return this;
        }

        /** Field {@code override} as far as it is set. */
        public @Nullable Override getOverride() {
            return override;
        }

        /** Sets field {@code override}. */
        public Builder setOverride(Override value) {
            validate(fields()[16], value);
            this.override = value;
            fieldSetFlags()[16] = true;
            return this;
        }

        /** Whether field {@code override} is set. */
        public boolean hasOverride() {
            return fieldSetFlags()[16];
        }

        /** Leaves field {@code override} to its default. */
        public Builder clearOverride() {
            override = null;
            fieldSetFlags()[16] = false;
            return this;
        }

        @java.lang.Override
        @SuppressWarnings("unchecked")
        public Object build() {
            try {
                Object record$ = new Object();
                record$.class$ = fieldSetFlags()[0] ? this.class$ : (Integer) defaultValue(fields()[0]);
                record$.schema = fieldSetFlags()[1] ? this.schema : (Integer) defaultValue(fields()[1]);
                record$.specificData = fieldSetFlags()[2] ? this.specificData : (Integer) defaultValue(fields()[2]);
                record$.encoder = fieldSetFlags()[3] ? this.encoder : (Integer) defaultValue(fields()[3]);
                record$.classSchema = fieldSetFlags()[4] ? this.classSchema : (Integer) defaultValue(fields()[4]);
                record$.java$ = fieldSetFlags()[5] ? this.java$ : (java.lang.String) defaultValue(fields()[5]);
                record$.org$ = fieldSetFlags()[6] ? this.org$ : (Double) defaultValue(fields()[6]);
                record$.Objects$ = fieldSetFlags()[7] ? this.Objects$ : (Object) defaultValue(fields()[7]);
                record$.a_b = fieldSetFlags()[8] ? this.a_b : (Integer) defaultValue(fields()[8]);
                record$.aB = fieldSetFlags()[9] ? this.aB : (Integer) defaultValue(fields()[9]);
                record$.AB = fieldSetFlags()[10] ? this.AB : (Integer) defaultValue(fields()[10]);
                record$.value = fieldSetFlags()[11] ? this.value : (java.lang.String) defaultValue(fields()[11]);
                record$.other = fieldSetFlags()[12] ? this.other : (Float) defaultValue(fields()[12]);
                record$.record = fieldSetFlags()[13] ? this.record : (Boolean) defaultValue(fields()[13]);
                record$.String = fieldSetFlags()[14] ? this.String : (String) defaultValue(fields()[14]);
                record$.list = fieldSetFlags()[15] ? this.list : (List) defaultValue(fields()[15]);
                record$.override = fieldSetFlags()[16] ? this.override : (Override) defaultValue(fields()[16]);
                return record$;
            } catch (AvroMissingFieldException e) {
                throw e;
            } catch (Exception e) {
                throw new AvroRuntimeException(e);
            }
        }
    }

    /** Writes Avro's single-object encoding. */
    public static BinaryMessageEncoder<Object> getEncoder() {
        return ENCODER$;
    }

    /** Reads Avro's single-object encoding, written with this class's schema. */
    public static BinaryMessageDecoder<Object> getDecoder() {
        return DECODER$;
    }

    /** Reads Avro's single-object encoding, written with any schema of a store. */
    public static BinaryMessageDecoder<Object> createDecoder(SchemaStore store) {
        return new BinaryMessageDecoder<>(MODEL$, SCHEMA$, store);
    }

    /** This record in Avro's single-object encoding. */
    public ByteBuffer toByteBuffer() throws IOException {
        return ENCODER$.encode(this);
    }

    /** A record in Avro's single-object encoding. */
    public static Object fromByteBuffer(ByteBuffer bytes) throws IOException {
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
        result$ = 31 * result$ + Integer.hashCode(class$);
        result$ = 31 * result$ + Integer.hashCode(schema);
        result$ = 31 * result$ + Integer.hashCode(specificData);
        result$ = 31 * result$ + Integer.hashCode(encoder);
        result$ = 31 * result$ + Integer.hashCode(classSchema);
        result$ = 31 * result$ + Objects.hashCode(java$);
        result$ = 31 * result$ + Double.hashCode(org$);
        result$ = 31 * result$ + Objects.hashCode(Objects$);
        result$ = 31 * result$ + Integer.hashCode(a_b);
        result$ = 31 * result$ + Integer.hashCode(aB);
        result$ = 31 * result$ + Integer.hashCode(AB);
        result$ = 31 * result$ + Objects.hashCode(value);
        result$ = 31 * result$ + Float.hashCode(other);
        result$ = 31 * result$ + Boolean.hashCode(record);
        result$ = 31 * result$ + Objects.hashCode(String);
        result$ = 31 * result$ + Objects.hashCode(list);
        result$ = 31 * result$ + Objects.hashCode(override);
        return result$;
    }

    @java.lang.Override
    public boolean equals(java.lang.@Nullable Object other$) {
        if (this == other$) {
            return true;
        }
        return other$ instanceof Object that$
                && class$ == that$.class$
                && schema == that$.schema
                && specificData == that$.specificData
                && encoder == that$.encoder
                && classSchema == that$.classSchema
                && Objects.equals(java$, that$.java$)
                && Double.compare(org$, that$.org$) == 0
                && Objects.equals(Objects$, that$.Objects$)
                && a_b == that$.a_b
                && aB == that$.aB
                && AB == that$.AB
                && Objects.equals(value, that$.value)
                && Float.compare(other, that$.other) == 0
                && record == that$.record
                && Objects.equals(String, that$.String)
                && Objects.equals(list, that$.list)
                && Objects.equals(override, that$.override);
    }
}
