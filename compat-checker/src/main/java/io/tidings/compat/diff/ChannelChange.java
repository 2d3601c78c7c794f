package io.tidings.compat.diff;

/** A difference of a channel itself. */
public sealed interface ChannelChange extends Change {

    record Added(At at, String address) implements ChannelChange {}

    record Removed(At at, String address) implements ChannelChange {}

    /** Same key, other address. */
    record AddressChanged(At at, String from, String to) implements ChannelChange {}

    /** Same key, other topic in the Kafka binding. */
    record TopicChanged(At at, String from, String to) implements ChannelChange {}

    /** Same address, other key. */
    record KeyRenamed(At at, String from, String to) implements ChannelChange {}

    record ParameterAdded(At at, String name) implements ChannelChange {}

    record ParameterRemoved(At at, String name) implements ChannelChange {}

    /** Same addresses, other name of what stands between the braces. */
    record ParameterRenamed(At at, String from, String to) implements ChannelChange {}

    /**
     * A parameter that both addresses have.
     *
     * @param widened whether it only may have more values
     */
    record ParameterChanged(At at, String what, boolean widened) implements ChannelChange {}

    /** {@code x-tidings.open}: whether more kinds of messages may come. */
    record OpenChanged(At at, boolean open) implements ChannelChange {}

    /**
     * Other number of partitions.
     *
     * @param keyed whether its messages have keys
     */
    record PartitionsChanged(At at, int from, int to, boolean keyed) implements ChannelChange {}

    record CleanupPolicyChanged(At at, String from, String to) implements ChannelChange {}

    /**
     * In milliseconds; -1 is for ever.
     *
     * @param replayed whether the base declares that messages can be read again
     */
    record RetentionTimeChanged(At at, long from, long to, boolean replayed) implements ChannelChange {}

    record MaxMessageBytesChanged(At at, long from, long to) implements ChannelChange {}

    /** How long messages can still be read: {@code x-tidings.retention}, or what the binding makes of it. */
    record RetentionChanged(At at, String from, String to) implements ChannelChange {}
}
