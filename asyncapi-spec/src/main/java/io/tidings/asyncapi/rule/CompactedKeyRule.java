package io.tidings.asyncapi.rule;

import io.tidings.asyncapi.diagnostic.Severity;
import io.tidings.asyncapi.model.Channel;
import io.tidings.asyncapi.model.ChannelExtension;
import io.tidings.asyncapi.model.Message;
import java.util.List;

/** A WARNING where a channel keeps the last message of each key, but a message does not say what its key is. */
final class CompactedKeyRule implements Rule {
    private static final RuleInfo INFO =
            new RuleInfo("compacted-channel-key", Severity.WARNING, "the messages of a compacted channel have a key");

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public void check(Subject subject, Findings findings) {
        for (Channel channel : subject.document().channels().values()) {
            boolean compacted = (channel.kafka() != null && channel.kafka().compacted())
                    || channel.extension().retention() == ChannelExtension.Retention.COMPACTED;
            for (Message message : compacted ? channel.messages().values() : List.<Message>of()) {
                if (!ReplicaDeletesRule.hasKey(subject, message)) {
                    findings.add(
                            message.node(),
                            "the channel '" + channel.name() + "' is compacted, but the message '" + message.name()
                                    + "' has no key",
                            "add 'bindings: {kafka: {key: ...}}' to the message",
                            channel.location(),
                            "the compacted channel");
                }
            }
        }
    }
}
