package io.tidings.sync.download;

import io.tidings.registry.InvalidSchemaException;
import io.tidings.registry.RegisteredSchema;
import io.tidings.registry.SchemaReference;
import io.tidings.registry.SchemaRegistry;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The schemas that were selected, and all that they refer to. */
final class Selected {
    /** The status of a schema that the registry holds, but that is not Avro. */
    private static final int HELD = 200;

    private final SchemaRegistry registry;
    private final Map<Version, RegisteredSchema> schemas = new LinkedHashMap<>();
    private final List<String> problems = new ArrayList<>();
    private final List<String> warnings = new ArrayList<>();

    private record Version(String subject, int number) {}

    Selected(SchemaRegistry registry) {
        this.registry = registry;
    }

    void add(Selection selection) {
        if (!selection.isPattern()) {
            fetch(selection, selection.subject());
            return;
        }
        List<String> subjects = registry.subjects(selection.prefix()).stream()
                .filter(selection::matches)
                .sorted()
                .toList();
        if (subjects.isEmpty()) {
            problems.add("no subject matches '" + selection.subject() + "'");
        }
        subjects.forEach(subject -> fetch(selection, subject));
    }

    List<RegisteredSchema> schemas() {
        return List.copyOf(schemas.values());
    }

    List<String> problems() {
        return problems.stream().distinct().toList();
    }

    List<String> warnings() {
        return warnings.stream().distinct().toList();
    }

    private void fetch(Selection selection, String subject) {
        Integer version = selection.version();
        try {
            Optional<RegisteredSchema> found =
                    version == null ? registry.latest(subject) : registry.version(subject, version);
            found.ifPresentOrElse(this::take, () -> problems.add(missing(subject, version)));
        } catch (InvalidSchemaException e) {
            notAvro(e);
        }
    }

    private String missing(String subject, @Nullable Integer version) {
        return version != null && !registry.versions(subject).isEmpty()
                ? "the subject '" + subject + "' has no version " + version
                : "there is no subject '" + subject + "'";
    }

    private void take(RegisteredSchema schema) {
        if (schemas.putIfAbsent(new Version(schema.subject(), schema.version()), schema) != null) {
            return;
        }
        for (SchemaReference reference : schema.definition().references()) {
            Optional<RegisteredSchema> referenced = registry.version(reference.subject(), reference.version());
            referenced.ifPresentOrElse(
                    this::take,
                    () -> problems.add("the subject '" + schema.subject() + "' refers to version " + reference.version()
                            + " of '" + reference.subject() + "', which is not there"));
        }
    }

    private void notAvro(InvalidSchemaException e) {
        if (e.status() != HELD) {
            throw e;
        }
        warnings.add("left out: " + e.getMessage());
    }
}
