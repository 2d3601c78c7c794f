package io.tidings.messaging.jdbc.republish;

import io.tidings.messaging.owner.Entity;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads a page of the owner's entities, and locks them. */
@FunctionalInterface
public interface EntityQuery<K, V> {

    /**
     * Reads a page: {@code SELECT … WHERE id > ? ORDER BY id LIMIT ? FOR UPDATE}. The lock keeps whoever changes one of the
     * entities from writing its news to the outbox before this page is there; without it an older version may end up behind a
     * newer one.
     *
     * @param transaction to read in; not to be committed, rolled back or closed
     * @param place of the last entity before the page; null for the first page
     * @param limit how many, at most
     * @return in the order of their places, none behind the last one
     */
    List<Entity<K, V>> after(Connection transaction, @Nullable String place, int limit) throws SQLException;
}
