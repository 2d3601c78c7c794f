/**
 * Messages and database changes together. Start at {@link io.tidings.messaging.jdbc.outbox.JdbcOutbox} to publish inside a
 * transaction, at {@link io.tidings.messaging.jdbc.relay.PollingRelay} to send what was published, at {@link
 * io.tidings.messaging.jdbc.inbox.JdbcIdempotentReceiver} to apply each message once, and at {@link
 * io.tidings.messaging.jdbc.pending.JdbcPendingRequests} to ask in one transaction and go on in another, and at {@link
 * io.tidings.messaging.jdbc.accepted.JdbcAcceptedRequests} to be asked, answer at once, and finish later. This package itself is
 * the ground that those five stand on: transactions, tables, and what an {@link java.sql.SQLException} means.
 *
 * <p>Plain JDBC, for PostgreSQL, and the outbox with its polling relay for MariaDB and H2 ({@link
 * io.tidings.messaging.jdbc.Dialect}); no connection pool is assumed and none is brought along. Outbox, relay and receiver are safe
 * for use by several threads; what stands on one {@link java.sql.Connection} is not.
 */
@NullMarked
package io.tidings.messaging.jdbc;

import org.jspecify.annotations.NullMarked;
