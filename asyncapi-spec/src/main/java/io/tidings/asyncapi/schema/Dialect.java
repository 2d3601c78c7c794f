package io.tidings.asyncapi.schema;

import io.tidings.asyncapi.source.Node;
import io.tidings.asyncapi.source.Node.ObjectNode;
import java.util.Locale;
import java.util.Optional;

/** The drafts of JSON Schema, oldest first. AsyncAPI's Schema Object is a superset of draft 7. */
enum Dialect {
    DRAFT_4("draft-04"),
    DRAFT_6("draft-06"),
    DRAFT_7("draft-07"),
    DRAFT_2019("2019-09"),
    DRAFT_2020("2020-12");

    private final String version;

    Dialect(String version) {
        this.version = version;
    }

    /** As its own text names it. */
    String label() {
        return "JSON Schema " + version;
    }

    boolean since(Dialect other) {
        return compareTo(other) >= 0;
    }

    /** What a {@code schemaFormat} names: {@code application/schema+json;version=draft-07}. */
    static Dialect ofFormat(String schemaFormat) {
        String lower = schemaFormat.toLowerCase(Locale.ROOT);
        return lower.startsWith("application/schema") ? named(lower).orElse(DRAFT_7) : DRAFT_7;
    }

    /** What the schema itself says in {@code $schema}, else the dialect around it. */
    static Dialect of(Node schema, Dialect around) {
        return schema instanceof ObjectNode object
                ? object.string("$schema").flatMap(Dialect::named).orElse(around)
                : around;
    }

    private static Optional<Dialect> named(String text) {
        for (Dialect dialect : values()) {
            if (text.contains(dialect.version)) {
                return Optional.of(dialect);
            }
        }
        return Optional.empty();
    }
}
