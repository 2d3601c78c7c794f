package io.tidings.replication.internal.sql.layout;

/** A column's type, and how many values of it travel to the server at once: as an array of this or of a simpler type. */
public enum SqlType {
    TEXT("text", "text"),
    INTEGER("integer", "int4"),
    BIGINT("bigint", "int8"),
    REAL("real", "float4"),
    DOUBLE("double precision", "float8"),
    BOOLEAN("boolean", "bool"),
    BYTEA("bytea", "bytea"),
    NUMERIC("numeric", "text"),
    TIMESTAMPTZ("timestamptz", "text"),
    TIMESTAMP("timestamp", "text"),
    DATE("date", "text"),
    TIME("time", "text"),
    UUID("uuid", "text"),
    JSONB("jsonb", "text"),
    /** Entries of an index of several values; an array within an array would be flattened on its way. */
    ENTRIES("bytea[]", "text");

    private final String name;
    private final String travelling;

    SqlType(String name, String travelling) {
        this.name = name;
        this.travelling = travelling;
    }

    /** As a table declares it. */
    public String declared() {
        return name;
    }

    /** The element type of the array that carries values; what is no array of the column's own type is cast in the statement. */
    public String travelling() {
        return travelling;
    }

    /** A value that arrived in such an array, as the column wants it. */
    public String cast(String expression) {
        boolean text = travelling.equals("text") && this != TEXT;
        return text ? expression + "::" + name : expression;
    }
}
