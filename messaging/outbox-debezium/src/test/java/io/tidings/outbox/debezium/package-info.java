/** The log-tailing relay against a real PostgreSQL; the broker is a recorder. */
@NullMarked
package io.tidings.outbox.debezium;

import org.jspecify.annotations.NullMarked;
