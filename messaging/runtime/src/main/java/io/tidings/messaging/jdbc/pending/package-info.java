/**
 * Requests that outlive the process which asks: what is waited for stands in the database. Start at {@link
 * io.tidings.messaging.jdbc.pending.JdbcPendingRequests}, which is safe for use by several threads; what it gives
 * out for a connection is not.
 */
@NullMarked
package io.tidings.messaging.jdbc.pending;

import org.jspecify.annotations.NullMarked;
