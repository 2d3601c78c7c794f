package io.tidings.asyncapi.rule;

import io.tidings.asyncapi.diagnostic.Severity;
import io.tidings.asyncapi.model.Channel;
import io.tidings.asyncapi.source.Node;
import io.tidings.asyncapi.source.Node.Member;
import io.tidings.asyncapi.source.Pointers;
import java.util.Collection;

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
        Collection<Member> servers = Subject.members(subject.document().node(), "servers");
        for (Channel channel : subject.document().channels().values()) {
            for (Node reference : Subject.items(channel.node(), "servers")) {
                Node hop = subject.hop(reference);
                if (hop != null && !Subject.holds(servers, hop)) {
                    findings.add(
                            reference,
                            "this server is not one of the document's servers",
                            "write '#/servers/" + Pointers.last(hop.pointer()) + "'");
                }
            }
        }
    }
}
