package io.tidings.asyncapi.rule;

import io.tidings.asyncapi.diagnostic.Severity;
import io.tidings.asyncapi.model.Channel;
import io.tidings.asyncapi.source.Node;
import io.tidings.asyncapi.source.Pointers;

/** AsyncAPI 3.0, Channel Object: {@code servers} must be servers of the document. */
final class ChannelServersRule implements Rule {
    private static final RuleInfo INFO =
            new RuleInfo("channel-servers", Severity.ERROR, "the servers of a channel are servers of the document");

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public void check(Subject subject, Findings findings) {
        for (Channel channel : subject.document().channels().values()) {
            for (Node reference : Subject.items(channel.node(), "servers")) {
                Node hop = subject.hop(reference);
                if (hop != null && !Subject.holds(subject.document().node(), "servers", hop)) {
                    findings.add(
                            reference,
                            "this server is not one of the document's servers",
                            "write '#/servers/" + Pointers.last(hop.pointer()) + "'");
                }
            }
        }
    }
}
