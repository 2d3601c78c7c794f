package io.tidings.asyncapi.rule;

import io.tidings.asyncapi.diagnostic.Severity;
import io.tidings.asyncapi.model.Channel;
import io.tidings.asyncapi.model.KafkaChannelBinding;

/** More replicas must be in sync than there are: every acknowledged write fails. */
final class KafkaInsyncReplicasRule implements Rule {
    private static final RuleInfo INFO = new RuleInfo(
            "kafka-insync-replicas", Severity.ERROR, "a topic does not ask for more replicas in sync than it has");
    private static final String SETTING = "min.insync.replicas";

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public void check(Subject subject, Findings findings) {
        for (Channel channel : subject.document().channels().values()) {
            KafkaChannelBinding kafka = channel.kafka();
            String wanted = kafka == null ? "" : kafka.topicConfiguration().getOrDefault(SETTING, "");
            if (kafka != null
                    && kafka.replicas() != null
                    && wanted.matches("[0-9]{1,9}")
                    && Integer.parseInt(wanted) > kafka.replicas()) {
                findings.add(
                        KafkaTopics.place(subject, channel, SETTING),
                        wanted + " replicas must be in sync, but the topic has " + kafka.replicas(),
                        "with acks=all every write would fail: it is at most 'replicas'",
                        KafkaTopics.place(subject, channel, "replicas").location(),
                        "the replicas");
            }
        }
    }
}
