package io.tidings.codegen;

import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificData;

/** Generated classes that stand beside this one. */
final class RecordClasses {

    private RecordClasses() {}

    static boolean has(Schema schema) {
        try {
            return schema.getType() == Schema.Type.RECORD && of(schema) != null;
        } catch (IllegalArgumentException none) {
            return false;
        }
    }

    static Class<?> of(Schema schema) {
        try {
            return Class.forName(SpecificData.getClassName(schema), true, RecordClasses.class.getClassLoader());
        } catch (ClassNotFoundException e) {
            throw new IllegalArgumentException(e);
        }
    }

    /** What the class was generated with, Java's string types included. */
    static Schema schemaOf(Class<?> type) {
        return SpecificData.get().getSchema(type);
    }
}
