/**
 * What has been taken of one partition and is not committed yet: which messages may be handled side by side, and how far all of
 * them is done. Start at {@link io.tidings.messaging.backlog.Backlog}. Pure: no broker, no threads, no clock, so that a hundred
 * thousand interleavings can be tried in a test; nothing here is safe for use by several threads, callers hold a lock.
 */
@NullMarked
package io.tidings.messaging.backlog;

import org.jspecify.annotations.NullMarked;
