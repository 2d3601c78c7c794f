/**
 * Requests that are accepted at once and finished later, in PostgreSQL. Start at {@link
 * io.tidings.messaging.jdbc.accepted.JdbcAcceptedRequests}, which is safe for use by several threads; what it gives out for a
 * connection is not.
 */
@NullMarked
package io.tidings.messaging.jdbc.accepted;

import org.jspecify.annotations.NullMarked;
