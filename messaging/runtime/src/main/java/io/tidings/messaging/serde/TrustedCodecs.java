package io.tidings.messaging.serde;

import io.tidings.messaging.avro.RecordCodec;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericData;
import org.jspecify.annotations.Nullable;

/**
 * Codecs that may stand in for Avro's readers and writers: only where each class that a codec touches has the very schema that
 * the codec was generated with. A class path may hold two generations of one record; then Avro's own writers, which ask the
 * class, are slower and right.
 */
final class TrustedCodecs {

    private static final ClassValue<Optional<RecordCodec<Object>>> CODECS = new ClassValue<>() {
        @Override
        protected Optional<RecordCodec<Object>> computeValue(Class<?> type) {
            return find(type);
        }
    };

    private TrustedCodecs() {}

    /** What writes records of the model's class as this schema has them, which must be the class's own. */
    static @Nullable RecordCodec<Object> writing(Schema schema, GenericData model) {
        RecordCodec<Object> codec = model instanceof RecordModel records ? of(records.recordClass()) : null;
        return codec != null && codec.schema().equals(schema) ? codec : null;
    }

    /** What reads a writer's records into the model's class, if Avro would have nothing to resolve. */
    static @Nullable RecordCodec<Object> reading(Schema written, Schema reads, GenericData model) {
        RecordCodec<Object> codec = writing(reads, model);
        return codec != null && new SameLayout().of(written, codec.schema()) ? codec : null;
    }

    private static @Nullable RecordCodec<Object> of(Class<?> type) {
        return CODECS.get(type).orElse(null);
    }

    @SuppressWarnings("unchecked") // who calls a codec has the records of its class
    private static Optional<RecordCodec<Object>> find(Class<?> type) {
        return RecordCodec.of(type)
                .filter(codec -> consistent(codec.schema(), RecordModel.of(type), new HashSet<>()))
                .map(codec -> (RecordCodec<Object>) codec);
    }

    /** Whether the classes of all types within have the schemas that stand there. */
    private static boolean consistent(Schema schema, RecordModel classes, Set<String> seen) {
        return switch (schema.getType()) {
            case RECORD -> !seen.add(schema.getFullName()) || consistentRecord(schema, classes, seen);
            case ENUM -> !seen.add(schema.getFullName()) || ownSchema(schema, classes);
            case ARRAY -> consistent(schema.getElementType(), classes, seen);
            case MAP -> consistent(schema.getValueType(), classes, seen);
            case UNION -> schema.getTypes().stream().allMatch(branch -> consistent(branch, classes, seen));
            default -> true;
        };
    }

    private static boolean consistentRecord(Schema schema, RecordModel classes, Set<String> seen) {
        return ownSchema(schema, classes)
                && schema.getFields().stream().allMatch(field -> consistent(field.schema(), classes, seen));
    }

    private static boolean ownSchema(Schema named, RecordModel classes) {
        Class<?> type = classes.getClass(named);
        return type != null && named.equals(Models.schemaOf(type));
    }
}
