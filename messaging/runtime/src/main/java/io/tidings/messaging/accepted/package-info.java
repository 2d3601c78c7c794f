/**
 * Requests that are accepted at once and finished later: what state one is in, how it may go on, when it has taken too long, and
 * what is to be undone if it fails. Start at {@link io.tidings.messaging.accepted.Lifecycle}, which a service declares, and at
 * {@link io.tidings.messaging.accepted.AcceptedRequests}, which it uses inside a transaction. Everything here is decided without a
 * database or a clock; {@code io.tidings.messaging.jdbc.accepted} keeps the rows.
 */
@NullMarked
package io.tidings.messaging.accepted;

import org.jspecify.annotations.NullMarked;
