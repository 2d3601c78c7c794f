package io.tidings.codegen.plan;

/** What a header's value is in Java; the names are those of {@code io.tidings.messaging.HeaderType}'s constants. */
public enum HeaderKind {
    STRING,
    UUID,
    INTEGER,
    LONG,
    DOUBLE,
    BOOLEAN,
    INSTANT,
    DATE,
    /** One of several texts, which a generated enum names. */
    CHOICE
}
