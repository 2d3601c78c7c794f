package io.tidings.asyncapi.rule;

import io.tidings.asyncapi.diagnostic.Severity;
import io.tidings.asyncapi.model.Channel;
import io.tidings.asyncapi.model.Message;
import java.util.HashMap;
import java.util.Map;

/** A WARNING where two messages of a channel have the same name: readers could not tell them apart by it. */
final class MessageNameRule implements Rule {
    private static final RuleInfo INFO = new RuleInfo(
            "message-name-uniqueness", Severity.WARNING, "no two messages of a channel have the same name");

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public void check(Subject subject, Findings findings) {
        for (Channel channel : subject.document().channels().values()) {
            Map<String, Message> seen = new HashMap<>();
            for (Message message : channel.messages().values()) {
                Message earlier = seen.putIfAbsent(message.name(), message);
                if (earlier != null) {
                    findings.add(
                            message.node().get("name").orElse(message.node()),
                            "the messages '" + earlier.key() + "' and '" + message.key() + "' of the channel '"
                                    + channel.name() + "' are both named '" + message.name() + "'",
                            "give each a name of its own",
                            earlier.locationOf("name"),
                            "first here");
                }
            }
        }
    }
}
