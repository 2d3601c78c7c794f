package io.tidings.replication.internal.sql.layout;

/**
 * A column.
 *
 * @param name without quotes
 */
public record SqlColumn(String name, SqlType type) {

    /** As it stands in a statement. */
    public String quoted() {
        return SqlNames.quoted(name);
    }
}
