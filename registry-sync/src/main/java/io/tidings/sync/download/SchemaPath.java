package io.tidings.sync.download;

import java.nio.file.Path;
import java.util.Set;
import org.apache.avro.Schema;

/** Where a schema's file stands: after its namespace and name, or after its subject where it has no name. */
final class SchemaPath {
    private static final Set<Schema.Type> NAMED = Set.of(Schema.Type.RECORD, Schema.Type.ENUM, Schema.Type.FIXED);

    private final Path folder;
    private final boolean flat;

    SchemaPath(Path folder, boolean flat) {
        this.folder = folder;
        this.flat = flat;
    }

    Path of(Schema schema, String subject) {
        if (!NAMED.contains(schema.getType())) {
            return folder.resolve(SafeName.of(subject) + ".avsc");
        }
        String namespace = schema.getNamespace();
        Path at = folder;
        if (!flat && namespace != null && !namespace.isEmpty()) {
            for (String part : namespace.split("\\.", -1)) {
                at = at.resolve(SafeName.of(part));
            }
        }
        return at.resolve(SafeName.of(schema.getName()) + ".avsc");
    }
}
