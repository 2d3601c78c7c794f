package io.tidings.compat.rule.channel;

import io.tidings.compat.rule.Rule;
import java.util.List;

/** Rules about channels and what Kafka keeps of them. A new one is a class and a line here. */
public final class ChannelRules {

    /** All of them. */
    public static final List<Rule<?>> ALL = List.of(
            new ChannelAdd(),
            new ChannelRemove(),
            new ChannelAddress(),
            new ChannelKey(),
            new ChannelParameterAdd(),
            new ChannelParameterRemove(),
            new ChannelParameterRename(),
            new ChannelParameterType(),
            new ChannelParameterValuesAdd(),
            new ChannelOpenAdd(),
            new ChannelOpenRemove(),
            new ChannelRetention(),
            new KafkaTopic(),
            new KafkaPartitions(),
            new KafkaCleanupPolicy(),
            new KafkaRetentionLower(),
            new KafkaRetentionRaise(),
            new KafkaMaxMessageBytesLower(),
            new KafkaMaxMessageBytesRaise());

    private ChannelRules() {}
}
