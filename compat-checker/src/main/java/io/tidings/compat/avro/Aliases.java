package io.tidings.compat.avro;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.avro.Schema;
import org.apache.avro.Schema.Field;

/**
 * The reader's aliases, applied to the writer's names: "aliases function by re-writing the writer's schema using aliases
 * from the reader's schema". An alias therefore holds everywhere in the writer's schema, as in Java, and takes a name away
 * from whoever else had it. Used for one comparison, by one thread.
 */
final class Aliases {

    private final Map<String, String> types = new HashMap<>();
    private final Map<String, Map<String, String>> fields = new HashMap<>();
    private final Set<String> names = new HashSet<>();
    private final boolean unread;
    private final Set<Schema> searched = SchemaWalk.nothingSeen();

    private Aliases(Schema reader, Schema writer) {
        collect(reader);
        boolean any = !(types.isEmpty() && fields.isEmpty());
        // Equal schemas read each other as they are: Java does not rewrite then either.
        unread = any && reader.equals(writer);
        if (unread) {
            types.clear();
            fields.clear();
        }
    }

    static Aliases of(Schema reader, Schema writer) {
        return new Aliases(reader, writer);
    }

    /**
     * Aliases of a reader's type that are names of other types in the schema, where the schemas are equal and so no alias is
     * followed: as soon as they differ anywhere, those types cannot be told apart.
     */
    List<String> waiting(Schema reader) {
        return unread
                ? reader.getAliases().stream()
                        .filter(alias -> !alias.equals(reader.getFullName()))
                        .filter(names::contains)
                        .sorted()
                        .toList()
                : List.of();
    }

    /** The same for a field of a record. */
    List<String> waiting(Schema reader, Field field) {
        return unread
                ? field.aliases().stream()
                        .filter(alias -> !alias.equals(field.name()))
                        .filter(alias -> reader.getField(alias) != null)
                        .sorted()
                        .toList()
                : List.of();
    }

    /** The full name of a writer's named type in the reader's terms. */
    String fullName(Schema writer) {
        return types.getOrDefault(writer.getFullName(), writer.getFullName());
    }

    /** The name without its namespace, by which the specification compares. */
    String simpleName(Schema writer) {
        String full = fullName(writer);
        return full.substring(full.lastIndexOf('.') + 1);
    }

    /** The name of a writer's field in the reader's terms. Its record must have the reader's full name for that. */
    String fieldName(Schema writer, Field field) {
        return fields.getOrDefault(fullName(writer), Map.of()).getOrDefault(field.name(), field.name());
    }

    /**
     * Where Java arrives, which rewrites twice: once when it reads and once more when it resolves. The specification says
     * once, so a name whose alias has an alias of its own is not the same to all.
     */
    Optional<String> chain(Schema writer) {
        String once = fullName(writer);
        String twice = types.getOrDefault(once, once);
        return twice.equals(once) ? Optional.empty() : Optional.of(twice);
    }

    /** The same for a field. */
    Optional<String> chain(Schema writer, Field field) {
        String once = fieldName(writer, field);
        String twice = fields.getOrDefault(fullName(writer), Map.of()).getOrDefault(once, once);
        return twice.equals(once) ? Optional.empty() : Optional.of(twice);
    }

    /** Names that two fields of a writer's record have once they are rewritten. */
    Set<String> sharedNames(Schema writer) {
        if (!fields.containsKey(fullName(writer))) {
            return Set.of();
        }
        Set<String> shared = new LinkedHashSet<>();
        Set<String> names = new HashSet<>();
        for (Field field : writer.getFields()) {
            String name = fieldName(writer, field);
            if (!names.add(name)) {
                shared.add(name);
            }
        }
        return shared;
    }

    /** A name that two branches of a writer's union have once they are rewritten. */
    Optional<String> sharedBranch(Schema writer) {
        Set<String> names = new HashSet<>();
        return writer.getTypes().stream()
                .map(this::fullName)
                .filter(name -> !names.add(name))
                .findFirst();
    }

    /**
     * A name that two things in a part of the writer's schema have once they are rewritten, though the reader skips it: the
     * whole schema is rewritten before anything is read. Each part is searched once.
     */
    Optional<String> sharedWithin(Schema skipped) {
        List<String> shared = new ArrayList<>();
        if (!(types.isEmpty() && fields.isEmpty())) {
            SchemaWalk.walk(skipped, searched, mention -> {}, schema -> {
                if (schema.getType() == Schema.Type.UNION) {
                    sharedBranch(schema).ifPresent(shared::add);
                } else if (schema.getType() == Schema.Type.RECORD) {
                    sharedNames(schema).forEach(name -> shared.add(schema.getFullName() + "." + name));
                }
            });
        }
        return shared.stream().findFirst();
    }

    private void collect(Schema reader) {
        SchemaWalk.walk(reader, SchemaWalk.nothingSeen(), this::claim, schema -> {
            if (schema.getType() == Schema.Type.RECORD) {
                for (Field field : schema.getFields()) {
                    field.aliases()
                            .forEach(alias -> fields.computeIfAbsent(schema.getFullName(), name -> new HashMap<>())
                                    .put(alias, field.name()));
                }
            }
        });
    }

    /** Two types, or two fields, may claim one alias: the one that is mentioned last gets it, as in Java. */
    private void claim(Schema schema) {
        if (TypeNames.named(schema)) {
            names.add(schema.getFullName());
            schema.getAliases().forEach(alias -> types.put(alias, schema.getFullName()));
        }
    }
}
