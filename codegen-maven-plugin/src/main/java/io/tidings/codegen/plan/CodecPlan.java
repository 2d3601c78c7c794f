package io.tidings.codegen.plan;

import java.util.List;

/**
 * The codec of a record.
 *
 * @param name its class, in the record's package
 * @param recursive whether such a record can hold one of its own kind, however deep within
 * @param fields in the order in which they travel
 */
public record CodecPlan(JavaName name, JavaName record, boolean recursive, List<Field> fields) {

    public CodecPlan {
        fields = List.copyOf(fields);
    }

    /**
     * A field of a record.
     *
     * @param variable what a local variable that holds it is called; unique within the record, and no other name in a codec
     * @param direct whether the codec takes the Java field itself: accessors are missing, or do more
     */
    public record Field(String variable, FieldNames names, boolean direct, Coding coding) {}
}
