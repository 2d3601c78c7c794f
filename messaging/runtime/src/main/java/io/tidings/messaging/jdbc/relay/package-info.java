/**
 * Relays send what stands in the outbox: in order, fenced, and again after whatever went wrong. Start at {@link
 * io.tidings.messaging.jdbc.relay.PollingRelay}; {@link io.tidings.messaging.jdbc.relay.RelayLoop} and {@link
 * io.tidings.messaging.jdbc.relay.RelayTail} are for relays that learn of rows in another way. Relays are safe for
 * use by several threads, a term is used by one at a time.
 */
@NullMarked
package io.tidings.messaging.jdbc.relay;

import org.jspecify.annotations.NullMarked;
