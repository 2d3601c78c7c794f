package io.tidings.messaging.owner;

import java.util.function.Function;

/**
 * Gives turns, one after the other: a database transaction each, where entities, outbox and progress are in one database.
 */
public interface RepublishTurns<K, V> {

    /**
     * Does the work in a turn of its own. If it throws, nothing of it is kept, or at most a part of what was sent.
     *
     * @throws io.tidings.messaging.MessagingException which says whether to try again
     */
    <T> T take(Function<RepublishTurn<K, V>, T> work);
}
