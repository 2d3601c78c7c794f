package io.tidings.compat.diff;

import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import org.apache.avro.LogicalTypes.Decimal;
import org.apache.avro.Schema;
import org.apache.avro.Schema.Field;

/** Compares what changes neither data nor meaning: documentation and properties of one's own. */
final class Properties {

    private static final Set<String> MEANT = Set.of("logicalType", "precision", "scale");

    private Properties() {}

    static void compare(Schema from, Schema to, At at, Consumer<Change> found) {
        boolean named = from.getType() == Schema.Type.RECORD
                || from.getType() == Schema.Type.ENUM
                || from.getType() == Schema.Type.FIXED;
        if (named && !Objects.equals(from.getDoc(), to.getDoc())) {
            found.accept(new AvroChange.Documentation(at, "documentation of " + to.getFullName()));
        } else if (!own(from.getObjectProps()).equals(own(to.getObjectProps()))) {
            found.accept(new AvroChange.Documentation(at, "properties of " + to.getFullName()));
        } else if (!from.getObjectProps().equals(to.getObjectProps())
                && from.getLogicalType() instanceof Decimal was
                && to.getLogicalType() instanceof Decimal is
                && was.getScale() == is.getScale()
                && was.getPrecision() == is.getPrecision()) {
            found.accept(
                    new AvroChange.Documentation(at, "spelling of a decimal")); // a scale of zero goes without saying
        }
    }

    static void compare(Field from, Field to, At at, Consumer<Change> found) {
        if (!Objects.equals(from.doc(), to.doc())) {
            found.accept(new AvroChange.Documentation(at, "documentation of field \"" + to.name() + "\""));
        } else if (!own(from.getObjectProps()).equals(own(to.getObjectProps()))) {
            found.accept(new AvroChange.Documentation(at, "properties of field \"" + to.name() + "\""));
        }
    }

    private static Map<String, Object> own(Map<String, Object> properties) {
        Map<String, Object> own = new HashMap<>(properties);
        own.keySet().removeAll(MEANT);
        return own;
    }
}
