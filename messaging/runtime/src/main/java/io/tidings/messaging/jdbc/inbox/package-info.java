/**
 * Receiving once: what was received is written down in the transaction of its effect. Start at {@link
 * io.tidings.messaging.jdbc.inbox.JdbcIdempotentReceiver}, which is safe for use by several threads.
 */
@NullMarked
package io.tidings.messaging.jdbc.inbox;

import org.jspecify.annotations.NullMarked;
