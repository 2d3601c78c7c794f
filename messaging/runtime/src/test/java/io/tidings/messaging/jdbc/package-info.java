/** Outbox, relay and receiver against a real PostgreSQL; the broker is a recorder where a fault must happen at a point. */
@NullMarked
package io.tidings.messaging.jdbc;

import org.jspecify.annotations.NullMarked;
