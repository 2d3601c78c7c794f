package io.tidings.cli;

import io.tidings.asyncapi.source.Node;
import io.tidings.asyncapi.source.Node.ArrayNode;
import io.tidings.asyncapi.source.Node.ObjectNode;
import io.tidings.asyncapi.source.Node.ScalarNode;
import io.tidings.asyncapi.source.SourceLimits;
import io.tidings.asyncapi.source.SourceReader;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What language a schema is written in. */
enum SchemaKind {
    AVRO("Avro schema"),
    JSON("JSON Schema");

    /** Types that only Avro has. */
    private static final Set<String> AVRO_TYPES =
            Set.of("record", "error", "enum", "fixed", "map", "bytes", "int", "long", "float", "double");
    /** Types that only JSON Schema has. */
    private static final Set<String> JSON_TYPES = Set.of("object", "integer", "number");

    private static final List<String> JSON_KEYWORDS = List.of(
            "$schema",
            "$id",
            "$ref",
            "$defs",
            "definitions",
            "properties",
            "patternProperties",
            "additionalProperties",
            "required",
            "allOf",
            "anyOf",
            "oneOf",
            "not",
            "if",
            "const",
            "enum",
            "pattern",
            "format",
            "minLength",
            "maxLength",
            "minItems",
            "maxItems",
            "uniqueItems",
            "contains",
            "propertyNames");

    private final String words;

    SchemaKind(String words) {
        this.words = words;
    }

    /** By what stands in them; what can be either goes with the other one, and both are Avro where nothing tells. */
    static SchemaKind of(String reader, String readerName, String writer, String writerName) {
        Guess reads = guess(reader);
        Guess writes = guess(writer);
        if (reads.certain() && writes.certain() && reads.kind() != writes.kind()) {
            throw new UnusableInput(
                    "%s is a%s, %s a%s: nothing of the one is read by the other; --format-of says what both are"
                            .formatted(
                                    readerName,
                                    reads.kind().article(),
                                    writerName,
                                    writes.kind().article()));
        }
        if (reads.certain() || writes.certain()) {
            return reads.certain() ? reads.kind() : writes.kind();
        }
        return reads.kind() == JSON || writes.kind() == JSON ? JSON : AVRO;
    }

    /** What a schema seems to be. */
    private record Guess(SchemaKind kind, boolean certain) {}

    private String article() {
        return (this == AVRO ? "n " : " ") + words;
    }

    /** A text as a tree; empty where it is none. */
    static Optional<Node> tree(String text) {
        // YAML contains JSON, and places are not shown.
        return new SourceReader(SourceLimits.DEFAULT)
                .readText(text.stripLeading().startsWith("{") ? "schema.json" : "schema.yaml", text)
                .root();
    }

    private static Guess guess(String text) {
        // What cannot be read is Avro: its parser has always said why.
        return tree(text).map(SchemaKind::guess).orElseGet(() -> new Guess(AVRO, true));
    }

    private static Guess guess(Node node) {
        if (node instanceof ScalarNode scalar) {
            return new Guess(scalar.value() instanceof Boolean ? JSON : AVRO, true);
        }
        if (!(node instanceof ObjectNode object)) {
            return new Guess(AVRO, true); // a union
        }
        Optional<Node> type = object.get("type");
        boolean keyword =
                JSON_KEYWORDS.stream().anyMatch(word -> object.get(word).isPresent());
        if (type.isEmpty() || type.get() instanceof ArrayNode) {
            return new Guess(JSON, keyword || type.isPresent());
        }
        String name = type.get() instanceof ScalarNode scalar ? String.valueOf(scalar.value()) : "";
        if (AVRO_TYPES.contains(name) || object.get("logicalType").isPresent()) {
            return new Guess(AVRO, true);
        }
        if (JSON_TYPES.contains(name)) {
            return new Guess(JSON, true);
        }
        if (name.equals("array") && object.get("items").isPresent()) {
            return guess(object.get("items").get());
        }
        // Both languages have it; Avro takes unknown members for properties of one's own.
        return new Guess(keyword ? JSON : AVRO, false);
    }
}
