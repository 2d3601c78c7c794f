/**
 * Publishing all entities again out of the owner's own database, through its outbox: {@link
 * io.tidings.messaging.jdbc.republish.JdbcRepublish}. Safe for use by several threads.
 */
@NullMarked
package io.tidings.messaging.jdbc.republish;

import org.jspecify.annotations.NullMarked;
