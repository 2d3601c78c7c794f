package io.tidings.registry;

import java.util.ArrayList;
import java.util.List;
import org.apache.avro.Schema;
import org.apache.avro.SchemaCompatibility;
import org.apache.avro.SchemaCompatibility.Incompatibility;

/** The verdict that registries give, from Avro's own check as theirs is. */
final class AvroCompatibility {

    private AvroCompatibility() {}

    static Compatibility judge(CompatibilityLevel level, Schema candidate, List<RegisteredSchema> versions) {
        List<RegisteredSchema> judged =
                level.transitive() || versions.isEmpty() ? versions : List.of(versions.get(versions.size() - 1));
        List<String> reasons = new ArrayList<>();
        for (RegisteredSchema version : judged) {
            if (level.readsOlder()) {
                String what = "Version " + version.version() + " cannot be read with the new schema: ";
                differences(candidate, version.schema()).forEach(difference -> reasons.add(what + difference));
            }
            if (level.isReadByOlder()) {
                String what = "The new schema cannot be read with version " + version.version() + ": ";
                differences(version.schema(), candidate).forEach(difference -> reasons.add(what + difference));
            }
        }
        return new Compatibility(reasons.isEmpty(), reasons);
    }

    private static List<String> differences(Schema reader, Schema writer) {
        return SchemaCompatibility.checkReaderWriterCompatibility(reader, writer)
                .getResult()
                .getIncompatibilities()
                .stream()
                .map(AvroCompatibility::sentence)
                .toList();
    }

    private static String sentence(Incompatibility difference) {
        return difference.getType() + " at " + difference.getLocation() + ": " + difference.getMessage();
    }
}
