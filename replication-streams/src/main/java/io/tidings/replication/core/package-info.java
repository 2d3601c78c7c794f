/**
 * What a replica does with an event, without any broker: guard, fold, grave and park. Start at {@link
 * io.tidings.replication.core.Fold}, a pure function from a stored row and an event to a decision.
 *
 * <p>Every driver (Kafka Streams today) runs its events through this package, so that duplicates, reordering and repeated
 * delivery after a crash change nothing, whatever carries the events. Everything here is immutable and safe for use by
 * several threads; callers do not change the arrays they pass or get.
 */
@NullMarked
package io.tidings.replication.core;

import org.jspecify.annotations.NullMarked;
