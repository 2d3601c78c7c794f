package io.tidings.messaging.serde;

import io.tidings.messaging.MessageType;
import io.tidings.messaging.WireSchema;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.avro.LogicalType;
import org.apache.avro.Schema;
import org.apache.avro.SchemaCompatibility;
import org.apache.avro.SchemaCompatibility.Incompatibility;
import org.apache.avro.SchemaCompatibility.SchemaIncompatibilityType;

/** Whether what travels and what a class holds can be resolved at all. Empty lists say yes. */
final class Fit {

    /** What depends on the value: a class may well have symbols, or types in a union, that the document does not know. */
    private static final Set<SchemaIncompatibilityType> OF_SOME_VALUES =
            Set.of(SchemaIncompatibilityType.MISSING_ENUM_SYMBOLS, SchemaIncompatibilityType.MISSING_UNION_BRANCH);

    private Fit() {}

    /** Why no value of the class can be written as the document has it. */
    static List<String> ofWriting(MessageType<?> type) {
        if (!Models.generated(type.payloadType())) {
            return List.of(noRecord(type));
        }
        return ofWriting(Models.schemaOf(type.payloadType()), type.schema(), type.payloadType());
    }

    static List<String> ofWriting(Schema classSchema, Schema wire, Class<?> type) {
        Schema written = WireSchema.asWritten(classSchema, wire);
        List<String> reasons = new ArrayList<>();
        for (Incompatibility found : incompatibilities(wire, written)) {
            if (!OF_SOME_VALUES.contains(found.getType())) {
                reasons.add(type.getName() + " has nothing for what stands at " + found.getLocation()
                        + " in the document: " + found.getMessage());
            }
        }
        logicalTypes(wire, written, type, "", new HashSet<>(), reasons);
        return reasons;
    }

    /** Why some value that the document allows cannot be read as the class. */
    static List<String> ofReading(MessageType<?> type) {
        if (!Models.generated(type.payloadType())) {
            return List.of(noRecord(type));
        }
        return ofReading(Models.schemaOf(type.payloadType()), type.schema(), type.payloadType());
    }

    static List<String> ofReading(Schema classSchema, Schema wire, Class<?> type) {
        Schema seen = WireSchema.asRead(wire, wire, classSchema);
        List<String> reasons = new ArrayList<>();
        for (Incompatibility found : incompatibilities(classSchema, seen)) {
            reasons.add(type.getName() + " has no place for what stands at " + found.getLocation() + ": "
                    + found.getMessage());
        }
        logicalTypes(seen, classSchema, type, "", new HashSet<>(), reasons);
        return reasons;
    }

    private static String noRecord(MessageType<?> type) {
        return type.payloadType().getName() + " is no class that Avro's compiler made of a record";
    }

    private static List<Incompatibility> incompatibilities(Schema reads, Schema writes) {
        return SchemaCompatibility.checkReaderWriterCompatibility(reads, writes)
                .getResult()
                .getIncompatibilities();
    }

    /** Avro resolves numbers whatever they count: a thousand times as long, or ten times as much, is not the same. */
    private static void logicalTypes(
            Schema document, Schema held, Class<?> type, String path, Set<String> seen, List<String> reasons) {
        if (document.getType() != held.getType()) {
            return;
        }
        LogicalType one = document.getLogicalType();
        LogicalType other = held.getLogicalType();
        if (one != null && other != null && !SameLayout.same(one, other)) {
            reasons.add(type.getName() + " holds " + text(held) + " where the document says " + text(document) + ", at "
                    + (path.isEmpty() ? "/" : path));
        }
        switch (document.getType()) {
            case RECORD -> {
                if (seen.add(document.getFullName())) {
                    for (Schema.Field field : document.getFields()) {
                        Schema.Field same = held.getField(field.name());
                        if (same != null) {
                            logicalTypes(field.schema(), same.schema(), type, path + "/" + field.name(), seen, reasons);
                        }
                    }
                }
            }
            case ARRAY ->
                logicalTypes(document.getElementType(), held.getElementType(), type, path + "/items", seen, reasons);
            case MAP ->
                logicalTypes(document.getValueType(), held.getValueType(), type, path + "/values", seen, reasons);
            case UNION -> {
                for (Schema branch : document.getTypes()) {
                    Integer same = held.getIndexNamed(branch.getFullName());
                    if (same != null) {
                        logicalTypes(branch, held.getTypes().get(same), type, path, seen, reasons);
                    }
                }
            }
            default -> {
                // has no parts
            }
        }
    }

    private static String text(Schema schema) {
        Object scale = schema.getObjectProp("scale");
        return schema.getLogicalType().getName() + (scale == null ? "" : " of scale " + scale);
    }
}
