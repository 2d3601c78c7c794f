package io.tidings.asyncapi.avro;

import io.tidings.asyncapi.avro.Outline.Definition;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Who defines a name: the schema itself, or else any other of the document. */
final class Names {
    private final Map<String, Definition> shared = new LinkedHashMap<>();

    void share(Outline outline) {
        outline.definitions.forEach(shared::putIfAbsent);
    }

    /** The definition that a name means within a schema, as Avro looks names up. */
    Optional<Definition> find(String written, String namespace, Outline from) {
        String full = AvroName.qualify(written, namespace);
        @Nullable Definition found = from.definitions.get(full);
        if (found == null && !full.equals(written)) {
            found = from.definitions.get(written);
        }
        if (found == null) {
            found = shared.get(full);
        }
        return Optional.ofNullable(found == null ? shared.get(written) : found);
    }

    /** All names a user could have meant: full ones, simple ones of the same namespace, and the primitives. */
    Set<String> candidates(String namespace, Outline from) {
        Set<String> all = new TreeSet<>(AvroName.PRIMITIVES);
        all.addAll(AvroName.COMPLEX);
        all.addAll(shared.keySet());
        all.addAll(from.definitions.keySet());
        for (String full : Set.copyOf(all)) {
            if (AvroName.namespaceOf(full).equals(namespace)) {
                all.add(AvroName.simpleOf(full));
            }
        }
        return all;
    }
}
