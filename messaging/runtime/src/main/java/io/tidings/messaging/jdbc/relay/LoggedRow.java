package io.tidings.messaging.jdbc.relay;

import io.tidings.messaging.jdbc.outbox.OutboxRow;

/**
 * A row of the outbox as the database's log tells of it. For relays.
 *
 * @param transaction that inserted it, by the low 32 bits of its id
 */
public record LoggedRow(OutboxRow row, long transaction) {}
