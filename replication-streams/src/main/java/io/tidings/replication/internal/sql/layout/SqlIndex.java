package io.tidings.replication.internal.sql.layout;

/**
 * An index of a view.
 *
 * @param several whether a row may be found by several values
 */
public record SqlIndex(String name, boolean several) {}
