/**
 * Not API: the driver of a full copy. Each instance follows all partitions of a view's channels by itself, without a group, into a
 * store of its own. Start at {@link io.tidings.replication.internal.copy.CopyDriver}.
 *
 * <p>A {@link io.tidings.replication.internal.copy.Fetcher} polls and decodes; the driver's thread applies what it brings and
 * commits rows, index entries and positions in one batch. So what is stored is always what some position of the logs says, after
 * a crash too, and a restart goes on from there.
 */
@NullMarked
package io.tidings.replication.internal.copy;

import org.jspecify.annotations.NullMarked;
