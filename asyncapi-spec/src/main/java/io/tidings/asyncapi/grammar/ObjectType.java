package io.tidings.asyncapi.grammar;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One object of the grammar.
 *
 * @param title what a user would call it, with its article
 * @param group the file it is described in: where a field that stands wrong is looked for first
 * @param others what is thought of fields that are not described
 * @param openSince from this version on they are let pass; null where that never happens
 * @param mayBeEmpty whether it may lack what it requires where it holds nothing at all
 * @param selector the field whose value names the described object that it really is, through {@code fields}
 * @param versions the versions it has of its own; null where it goes by those of the object around it
 * @param fields by name
 * @param misplaced fields that people write here though they do not belong, and what to tell them
 */
record ObjectType(
        String name,
        String title,
        String group,
        Others others,
        @Nullable String openSince,
        boolean mayBeEmpty,
        @Nullable String selector,
        @Nullable Versions versions,
        Map<String, Field> fields,
        Map<String, String> misplaced) {

    ObjectType {
        fields = Collections.unmodifiableMap(new LinkedHashMap<>(fields));
        misplaced = Map.copyOf(misplaced);
    }

    /** Whether its name is kept for later, and nothing may stand in it. */
    boolean reserved() {
        return fields.isEmpty() && others == Others.REFUSED;
    }

    /** What is thought of fields that are not described. */
    enum Others {
        REFUSED,
        WARNED,
        ALLOWED
    }

    /**
     * The versions that an object has of its own.
     *
     * @param field carries the version; where it is absent, the latest is meant
     * @param all oldest first
     */
    record Versions(String field, List<String> all) {
        Versions {
            all = List.copyOf(all);
        }

        String latest() {
            return all.get(all.size() - 1);
        }
    }

    /**
     * A field of an object, in the versions from {@code since} to {@code until}.
     *
     * @param since the version that brought it; null where it has always been there
     * @param until the last version that has it; null where it is still there
     * @param conditions on other fields
     * @param earlier what it was in other versions; null where it was the same
     */
    record Field(
            String name,
            boolean required,
            Kind kind,
            @Nullable String since,
            @Nullable String until,
            List<Condition> conditions,
            @Nullable Field earlier) {
        Field {
            conditions = List.copyOf(conditions);
        }

        /** What it is in a version; itself where it is nothing there. */
        Field in(String version) {
            return earlier == null || exists(version) ? this : earlier.in(version);
        }

        boolean exists(String version) {
            return (since == null || VersionOrder.compare(version, since) >= 0)
                    && (until == null || VersionOrder.compare(version, until) <= 0);
        }

        Field after(@Nullable Field before) {
            return before == null ? this : new Field(name, required, kind, since, until, conditions, before);
        }
    }
}
