package io.tidings.messaging.serde;

import io.tidings.messaging.avro.RecordData;
import org.apache.avro.Conversion;
import org.apache.avro.specific.SpecificData;

/**
 * Avro's model of generated classes as one of them sees it: its class loader, its conversions of logical types. Safe for use by
 * several threads.
 */
public final class RecordModel extends RecordData {

    private static final ClassValue<RecordModel> MODELS = new ClassValue<>() {
        @Override
        protected RecordModel computeValue(Class<?> type) {
            return new RecordModel(type);
        }
    };

    private final Class<?> recordClass;

    private RecordModel(Class<?> recordClass) {
        super(recordClass);
        this.recordClass = recordClass;
        for (Conversion<?> conversion : SpecificData.getForClass(recordClass).getConversions()) {
            addLogicalTypeConversion(conversion);
        }
    }

    /** The model of a generated class. */
    public static RecordModel of(Class<?> recordClass) {
        return MODELS.get(recordClass);
    }

    /** The class whose view of the others this is. */
    Class<?> recordClass() {
        return recordClass;
    }
}
