package io.tidings.compat.diff;

/** A difference of an operation or its reply. */
public sealed interface OperationChange extends Change {

    record Added(At at, String action) implements OperationChange {}

    record Removed(At at, String action) implements OperationChange {}

    /** Same key, other action. */
    record ActionChanged(At at, String from, String to) implements OperationChange {}

    /** Same key, other channel. */
    record ChannelChanged(At at, String from, String to) implements OperationChange {}

    /** Same action on the same channel, other key. */
    record KeyRenamed(At at, String from, String to) implements OperationChange {}

    /** {@code x-tidings.style}. */
    record StyleChanged(At at, String from, String to) implements OperationChange {}

    /** {@code x-tidings.delivery}. */
    record DeliveryChanged(At at, String from, String to) implements OperationChange {}

    /** {@code x-tidings.replica}: {@code added}, {@code removed} or {@code changed}. */
    record ReplicaChanged(At at, String what) implements OperationChange {}

    record ReplyAdded(At at) implements OperationChange {}

    record ReplyRemoved(At at) implements OperationChange {}

    record ReplyChannelChanged(At at, String from, String to) implements OperationChange {}

    record ReplyAddressChanged(At at, String from, String to) implements OperationChange {}
}
