package io.tidings.asyncapi.schema;

/** What a schema says of whether a field is there. */
public enum Presence {
    /** In every value of the schema. */
    ALWAYS,
    /** In some values: it is optional, may be null, or only one of several alternatives has it. */
    SOMETIMES,
    /** Fields are listed and this is none of them, but others are allowed. */
    UNDECLARED,
    /** The schema leaves it open, cannot be read, or is broken. */
    UNKNOWN,
    /** In no value of the schema. */
    NEVER
}
