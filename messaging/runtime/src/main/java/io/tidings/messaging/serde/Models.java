package io.tidings.messaging.serde;

import io.tidings.messaging.avro.Coded;
import io.tidings.messaging.avro.ExistingClasses;
import org.apache.avro.Conversion;
import org.apache.avro.Conversions;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericData;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificRecord;

/** Which of Avro's data models a payload is written and read with. */
final class Models {

    /** Reads generic records with the values that travel: a decimal as its bytes, a timestamp as its number. */
    static final GenericData PLAIN = new GenericData();

    /** Knows what logical types stand for, and writes the values that travel as well. */
    static final GenericData LOGICAL = logical();

    private static final ClassValue<Schema> SCHEMAS = new ClassValue<>() {
        @Override
        protected Schema computeValue(Class<?> type) {
            // Ours convert all.
            return type.isAnnotationPresent(Coded.class)
                    ? SpecificData.get().getSchema(type)
                    : ExistingClasses.schemaOf(type);
        }
    };

    private Models() {}

    private static GenericData logical() {
        GenericData model = new GenericData();
        for (Conversion<?> conversion : SpecificData.get().getConversions()) {
            model.addLogicalTypeConversion(conversion);
        }
        model.addLogicalTypeConversion(new Conversions.DecimalConversion());
        return model;
    }

    static boolean generated(Class<?> type) {
        return SpecificRecord.class.isAssignableFrom(type);
    }

    static GenericData writing(Class<?> type) {
        return generated(type) ? RecordModel.of(type) : LOGICAL;
    }

    static GenericData reading(Class<?> type) {
        return generated(type) ? RecordModel.of(type) : PLAIN;
    }

    /** The schema that a generated class was made from; of logical types, those that the class converts. */
    static Schema schemaOf(Class<?> generatedClass) {
        return SCHEMAS.get(generatedClass);
    }
}
