package io.tidings.codegen.avro;

import io.tidings.codegen.plan.FieldNames;
import org.apache.avro.Schema;

/**
 * A field of a record class.
 *
 * @param type its type, which says whether it may be null
 * @param castType the same without that
 * @param boxedType the type as an object's, without that
 * @param nullable whether it may be null
 * @param primitive whether Java holds it as a primitive
 */
record FieldText(
        Schema.Field field,
        FieldNames names,
        String type,
        String castType,
        String boxedType,
        boolean nullable,
        boolean primitive) {

    int position() {
        return field.pos();
    }

    String doc() {
        return field.doc() == null ? "" : field.doc();
    }

    String variable() {
        return names.variable();
    }
}
