package io.tidings.asyncapi.rule;

import io.tidings.asyncapi.source.Node;
import io.tidings.asyncapi.source.Node.Member;
import io.tidings.asyncapi.source.Node.ObjectNode;
import io.tidings.asyncapi.source.Pointers;

/** AsyncAPI 3.0, Operation Object: {@code channel} must be one of the document's channels, not one of its components. */
final class OperationChannelRule implements Rule {
    private static final RuleInfo INFO = RuleInfo.firm(
            "required-operation-channel-unambiguity", "the channel of an operation is one of the document's channels");

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public void check(Subject subject, Findings findings) {
        ObjectNode root = subject.document().node();
        for (Member operation : Subject.members(root, "operations")) {
            // An operation among the components may name a channel anywhere.
            if (subject.hop(operation.value()) != null) {
                continue;
            }
            subject.references().object(operation.value()).ifPresent(node -> {
                channel(subject, node, findings);
                subject.references().object(node, "reply").ifPresent(reply -> channel(subject, reply, findings));
            });
        }
    }

    private static void channel(Subject subject, ObjectNode holder, Findings findings) {
        Node reference = holder.get("channel").orElse(null);
        Node hop = reference == null ? null : subject.hop(reference);
        if (reference == null || hop == null) {
            return;
        }
        ObjectNode root = subject.document().node();
        if (!Subject.holds(root, "channels", hop)) {
            String name = Pointers.last(hop.pointer());
            findings.add(
                    reference,
                    "the channel must be one of the document's own channels",
                    "write '#/channels/" + name + "', and let that refer to what this leads to");
        }
    }
}
