package io.tidings.asyncapi.rule;

import io.tidings.asyncapi.diagnostic.DidYouMean;
import io.tidings.asyncapi.diagnostic.Severity;
import io.tidings.asyncapi.source.Node;
import io.tidings.asyncapi.source.Node.Member;
import io.tidings.asyncapi.source.Node.ObjectNode;
import io.tidings.asyncapi.source.Pointers;
import java.util.List;
import java.util.Set;

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
        Set<String> servers = subject.written()
                .object("servers")
                .map(held -> held.members().keySet())
                .orElse(Set.of());
        for (Member member : Subject.members(subject.written(), "channels")) {
            ObjectNode channel = subject.references().object(member.value()).orElse(null);
            for (Node server : channel == null ? List.<Node>of() : Subject.items(channel, "servers")) {
                if (subject.is2()) {
                    named(server, servers, findings);
                } else {
                    referred(subject, server, findings);
                }
            }
        }
    }

    private static void named(Node server, Set<String> servers, Findings findings) {
        String name = server.text().orElse(null);
        if (name != null && !servers.contains(name)) {
            findings.add(server, "'" + name + "' is not one of the document's servers", DidYouMean.hint(name, servers));
        }
    }

    private static void referred(Subject subject, Node reference, Findings findings) {
        Node hop = subject.hop(reference);
        if (hop != null && !Subject.holds(subject.written(), "servers", hop)) {
            findings.add(
                    reference,
                    "this server is not one of the document's servers",
                    "write '#/servers/" + Pointers.last(hop.pointer()) + "'");
        }
    }
}
