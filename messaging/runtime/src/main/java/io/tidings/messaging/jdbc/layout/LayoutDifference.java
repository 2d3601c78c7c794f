package io.tidings.messaging.jdbc.layout;

/**
 * Something about a table that is not as it should be.
 *
 * @param what is different, as a sentence
 * @param sql mends it. It keeps the rows
 */
public record LayoutDifference(String what, String sql) {}
