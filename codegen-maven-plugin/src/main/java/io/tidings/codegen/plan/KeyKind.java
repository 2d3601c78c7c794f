package io.tidings.codegen.plan;

/**
 * What the keys of a channel are; the names, but for that of Avro's types, are those of {@code io.tidings.messaging.KeyType}'s
 * constants.
 */
public enum KeyKind {
    STRING("a string"),
    LONG("a long"),
    INTEGER("an int"),
    FLOAT("a float"),
    DOUBLE("a double"),
    BOOLEAN("a boolean"),
    UUID("a UUID"),
    BYTES("bytes"),
    /** A record, an enum or a fixed. */
    AVRO("an Avro type"),
    NONE("no key");

    private final String label;

    KeyKind(String label) {
        this.label = label;
    }

    String label() {
        return label;
    }
}
