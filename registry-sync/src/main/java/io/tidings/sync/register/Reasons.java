package io.tidings.sync.register;

import io.tidings.registry.RegisteredSchema;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.apache.avro.Schema;
import org.apache.avro.SchemaCompatibility;
import org.apache.avro.SchemaCompatibility.Incompatibility;

/** Why a registry that does not say so may have found a schema incompatible: what Avro says of it and the newest version. */
final class Reasons {
    private Reasons() {}

    static List<String> between(Schema candidate, RegisteredSchema newest) {
        List<String> reasons = new ArrayList<>();
        compare(candidate, newest.schema(), "it cannot read what version " + newest.version() + " wrote", reasons);
        compare(newest.schema(), candidate, "version " + newest.version() + " cannot read what it writes", reasons);
        return reasons;
    }

    private static void compare(Schema reader, Schema writer, String said, List<String> reasons) {
        for (Incompatibility found : SchemaCompatibility.checkReaderWriterCompatibility(reader, writer)
                .getResult()
                .getIncompatibilities()) {
            String kind = found.getType().name().toLowerCase(Locale.ROOT).replace('_', ' ');
            reasons.add(said + " (" + kind + ": " + found.getMessage() + " at " + found.getLocation() + ")");
        }
    }
}
