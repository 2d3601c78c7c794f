package io.tidings.messaging.jdbc;

/**
 * A row of the outbox as the database's log tells of it. For relays.
 *
 * @param transaction that inserted it, by the low 32 bits of its id
 */
public record LoggedRow(OutboxRow row, long transaction) {}
