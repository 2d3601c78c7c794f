package io.tidings.asyncapi.grammar;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * One object of the grammar.
 *
 * @param title what a user would call it, with its article
 * @param open whether fields that are not described are let pass
 * @param selector the field whose value names the described object that it really is, through {@code fields}
 * @param versionField the field that carries the version of this object, where it has one of its own
 * @param versions those versions, oldest first
 * @param fields by name
 * @param misplaced fields that people write here though they do not belong, and what to tell them
 */
record ObjectType(
        String name,
        String title,
        boolean open,
        @Nullable String selector,
        @Nullable String versionField,
        List<String> versions,
        Map<String, Field> fields,
        Map<String, String> misplaced) {

    ObjectType {
        versions = List.copyOf(versions);
        fields = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(fields));
        misplaced = Map.copyOf(misplaced);
    }

    Set<String> required() {
        return fields.values().stream()
                .filter(Field::required)
                .map(Field::name)
                .collect(Collectors.toCollection(java.util.LinkedHashSet::new));
    }

    /**
     * A field of an object.
     *
     * @param since the version that brought it; null where it has always been there
     */
    record Field(
            String name,
            boolean required,
            Kind kind,
            @Nullable String since) {}
}
