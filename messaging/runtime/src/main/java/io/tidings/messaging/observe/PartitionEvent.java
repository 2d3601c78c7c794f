package io.tidings.messaging.observe;

import java.util.Set;

/** What becomes of the partitions that a member of a group is given. */
public sealed interface PartitionEvent extends MessagingEvent {

    /** Whose partitions they are. */
    ConsumerGroup group();

    Set<Integer> partitions();

    /** The member is given more. */
    record Assigned(ConsumerGroup group, Set<Integer> partitions) implements PartitionEvent {}

    /** The member has given some up in good order. */
    record Revoked(ConsumerGroup group, Set<Integer> partitions) implements PartitionEvent {}

    /** Others had been given some before this member knew: what it did since its last commit is done again. */
    record Lost(ConsumerGroup group, Set<Integer> partitions) implements PartitionEvent {}

    /** No more is fetched for now: enough waits, or something that the messages need is away. */
    record Paused(ConsumerGroup group, Set<Integer> partitions) implements PartitionEvent {}

    /** More is fetched again. */
    record Resumed(ConsumerGroup group, Set<Integer> partitions) implements PartitionEvent {}

    /**
     * The broker knows how far they are done.
     *
     * @param nanos that this took
     */
    record Committed(ConsumerGroup group, Set<Integer> partitions, long nanos) implements PartitionEvent {}

    /** The broker does not know how far they are done; a later commit covers it. */
    record CommitFailed(ConsumerGroup group, Set<Integer> partitions, Throwable cause) implements PartitionEvent {}
}
