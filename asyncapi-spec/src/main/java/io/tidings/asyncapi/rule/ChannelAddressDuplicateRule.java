package io.tidings.asyncapi.rule;

import io.tidings.asyncapi.diagnostic.Severity;
import io.tidings.asyncapi.model.Channel;
import io.tidings.asyncapi.source.Node.ObjectNode;
import java.util.HashMap;
import java.util.Map;

/** A WARNING where two channels have the same address: whoever listens there gets the messages of both. */
final class ChannelAddressDuplicateRule implements Rule {
    private static final RuleInfo INFO =
            new RuleInfo("channel-address-duplicate", Severity.WARNING, "no two channels have the same address");

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public void check(Subject subject, Findings findings) {
        Map<String, Channel> seen = new HashMap<>();
        for (Channel channel : subject.document().channels().values()) {
            // Channels on different servers may share an address.
            String servers = Subject.items(channel.node(), "servers").stream()
                    .map(server -> server instanceof ObjectNode object
                            ? object.string("$ref").orElse("")
                            : "")
                    .sorted()
                    .toList()
                    .toString();
            Channel earlier = channel.address() == null ? null : seen.putIfAbsent(servers + channel.address(), channel);
            if (earlier != null) {
                findings.add(
                        channel.node().get("address").orElse(channel.node()),
                        "the channels '" + earlier.name() + "' and '" + channel.name() + "' have the same address",
                        "describe one channel that holds the messages of both",
                        earlier.locationOf("address"),
                        "first here");
            }
        }
    }
}
