package io.tidings.codegen.plan;

/** What the keys of a channel are; the names are those of {@code io.tidings.messaging.KeyType}'s constants. */
public enum KeyKind {
    STRING("a string"),
    LONG("a long"),
    INTEGER("an int"),
    UUID("a UUID"),
    BYTES("bytes"),
    NONE("no key");

    private final String label;

    KeyKind(String label) {
        this.label = label;
    }

    String label() {
        return label;
    }
}
