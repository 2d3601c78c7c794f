/**
 * Messages and database changes together: the outbox, the relay that empties it, and the idempotent receiver. Start at {@link
 * io.tidings.messaging.jdbc.JdbcOutbox} to publish inside a transaction, at {@link io.tidings.messaging.jdbc.PollingRelay} to
 * send what was published, and at {@link io.tidings.messaging.jdbc.JdbcIdempotentReceiver} to apply each message once.
 *
 * <p>Plain JDBC, for PostgreSQL; no connection pool is assumed and none is brought along. Outbox, relay and receiver are safe
 * for use by several threads; what stands on one {@link java.sql.Connection} is not.
 */
@NullMarked
package io.tidings.messaging.jdbc;

import org.jspecify.annotations.NullMarked;
