package io.tidings.sync.register;

import io.tidings.registry.RegisteredSchema;
import io.tidings.registry.SchemaDefinition;
import io.tidings.registry.SchemaNotFoundException;
import io.tidings.registry.SchemaReference;
import io.tidings.registry.SchemaRegistry;
import io.tidings.sync.plan.PlannedSchema;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.avro.Schema;

/** Finds planned schemas in a registry, and remembers their versions for those that refer to them. */
final class Subjects {
    private final SchemaRegistry registry;
    private final boolean normalize;
    private final Map<String, Found> found = new HashMap<>();

    /** A schema under a subject. */
    record Found(Schema schema, int id, int version) {}

    Subjects(SchemaRegistry registry, boolean normalize) {
        this.registry = registry;
        this.normalize = normalize;
    }

    /** A schema as it is to be registered; empty as long as something it refers to has not been found. */
    Optional<SchemaDefinition> definition(PlannedSchema planned) {
        Map<SchemaReference, Schema> referenced = new LinkedHashMap<>();
        for (PlannedSchema.Reference reference : planned.references()) {
            Found target = found.get(reference.subject());
            if (target == null) {
                return Optional.empty();
            }
            referenced.put(
                    new SchemaReference(reference.name(), reference.subject(), target.version()), target.schema());
        }
        return Optional.of(
                referenced.isEmpty()
                        ? SchemaDefinition.of(planned.schema())
                        : SchemaDefinition.referring(planned.schema(), referenced));
    }

    /** Whether a schema, or what its subject holds now, refers to other subjects. */
    boolean refers(PlannedSchema planned) {
        return !planned.references().isEmpty()
                || registry.latest(planned.subject())
                        .filter(newest -> !newest.definition().references().isEmpty())
                        .isPresent();
    }

    /** The schema under its subject, if it is there. */
    Optional<Found> find(PlannedSchema planned, SchemaDefinition definition) {
        Optional<Found> there = normalize
                ? normalized(planned.subject(), definition)
                : registry.registered(planned.subject(), definition).map(Subjects::found);
        return there.map(known -> {
            Found same = new Found(planned.schema(), known.id(), known.version());
            found.put(planned.subject(), same);
            return same;
        });
    }

    /** The registry compares normal forms, and answers with an id only. */
    private Optional<Found> normalized(String subject, SchemaDefinition definition) {
        int id;
        try {
            id = registry.find(subject, definition, true).id();
        } catch (SchemaNotFoundException e) {
            return Optional.empty();
        }
        Optional<RegisteredSchema> latest = registry.latest(subject).filter(schema -> schema.id() == id);
        if (latest.isPresent()) {
            return latest.map(Subjects::found);
        }
        List<Integer> versions = registry.versions(subject);
        return versions.stream()
                .flatMap(version -> registry.version(subject, version).stream())
                .filter(schema -> schema.id() == id)
                .findFirst()
                .map(Subjects::found);
    }

    private static Found found(RegisteredSchema schema) {
        return new Found(schema.schema(), schema.id(), schema.version());
    }
}
