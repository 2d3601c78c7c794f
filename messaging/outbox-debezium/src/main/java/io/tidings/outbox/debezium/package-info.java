/**
 * The relay that reads PostgreSQL's log instead of polling the outbox: Debezium's engine, embedded, on logical replication.
 * Start at {@link io.tidings.outbox.debezium.LogTailingRelay}. It keeps the promises of the polling relay, shares its lease,
 * and may take turns with it. Its public classes are safe for use by several threads.
 */
@NullMarked
package io.tidings.outbox.debezium;

import org.jspecify.annotations.NullMarked;
