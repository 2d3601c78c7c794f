/**
 * The outbox: messages that are rows of the transaction which they tell of. Start at {@link
 * io.tidings.messaging.jdbc.outbox.JdbcOutbox}, which is safe for use by several threads; each sink that it gives
 * out belongs to its connection.
 */
@NullMarked
package io.tidings.messaging.jdbc.outbox;

import org.jspecify.annotations.NullMarked;
