package io.tidings.testing.contract;

import org.apache.avro.AvroRuntimeException;
import org.apache.avro.Schema;
import org.apache.avro.SchemaBuilder;
import org.apache.avro.specific.SpecificRecordBase;
import org.jspecify.annotations.Nullable;

/** What the contracts send: as Avro's compiler would make it, only shorter. */
public final class Parcel extends SpecificRecordBase {

    private static final long serialVersionUID = 1L;

    public static final Schema SCHEMA$ = SchemaBuilder.record("Parcel")
            .namespace("io.tidings.testing.contract")
            .fields()
            .name("label")
            .type(stringType())
            .noDefault()
            .requiredLong("number")
            .endRecord();

    private String label = "";
    private long number;

    /** For Avro. */
    public Parcel() {}

    public Parcel(String label, long number) {
        this.label = label;
        this.number = number;
    }

    private static Schema stringType() {
        Schema type = Schema.create(Schema.Type.STRING);
        type.addProp("avro.java.string", "String");
        return type;
    }

    public static Schema getClassSchema() {
        return SCHEMA$;
    }

    public String getLabel() {
        return label;
    }

    public long getNumber() {
        return number;
    }

    @Override
    public Schema getSchema() {
        return SCHEMA$;
    }

    @Override
    public Object get(int field) {
        return switch (field) {
            case 0 -> label;
            case 1 -> number;
            default -> throw new AvroRuntimeException("No field " + field);
        };
    }

    @Override
    public void put(int field, @Nullable Object value) {
        switch (field) {
            case 0 -> label = String.valueOf(value);
            case 1 -> number = value instanceof Long known ? known : 0;
            default -> throw new AvroRuntimeException("No field " + field);
        }
    }
}
