package io.tidings.compat.diff;

/** One difference between two documents. Which kind it is says its type; what it means is for the rules. */
public sealed interface Change
        permits DocumentChange, ChannelChange, OperationChange, MessageChange, AvroChange, JsonChange {

    /** Where it was found. */
    At at();
}
