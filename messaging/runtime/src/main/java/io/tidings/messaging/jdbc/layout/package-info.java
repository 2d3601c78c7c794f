/**
 * What the tables of Tidings should look like, and what they do look like. Expected is what the library's own SQL says, the same
 * that is printed for those who apply it by hand; it is compared with the database's catalog. Start at {@link
 * io.tidings.messaging.jdbc.layout.Layout#read}. Stateless; what stands on a connection is used by one thread at a time.
 */
@NullMarked
package io.tidings.messaging.jdbc.layout;

import org.jspecify.annotations.NullMarked;
