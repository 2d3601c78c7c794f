package io.tidings.asyncapi.rule;

import io.tidings.asyncapi.diagnostic.Severity;
import io.tidings.asyncapi.model.DeclaredView;
import io.tidings.asyncapi.model.DeclaredView.Feed;
import io.tidings.asyncapi.model.ReplicaDeclaration;
import io.tidings.asyncapi.source.Node;
import io.tidings.asyncapi.source.Node.Member;
import io.tidings.asyncapi.source.Nodes;

/** A view that several operations feed is one view: what is said of it twice has to be the same. */
final class ReplicaAgreementRule implements Rule {
    private static final RuleInfo INFO =
            new RuleInfo("replica-agreement", Severity.ERROR, "operations that feed one view say the same of it");

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public void check(Subject subject, Findings findings) {
        for (DeclaredView view : DeclaredView.of(subject.document())) {
            for (Feed feed : view.feeds()) {
                for (Member said : feed.replica().node().members().values()) {
                    if (DeclaredView.OWN_WORDS.contains(said.name())) {
                        compare(view, said, view.saying(said.name()), findings);
                    }
                }
            }
        }
    }

    private static void compare(DeclaredView view, Member said, ReplicaDeclaration first, Findings findings) {
        Node earlier = first.node().get(said.name()).orElse(said.value());
        if (!Nodes.same(earlier, said.value())) {
            findings.add(
                    said.value(),
                    "another operation feeds the view '" + view.name() + "' and says another '" + said.name() + "'",
                    "say it once, or call this view otherwise",
                    earlier.location(),
                    "said here");
        }
    }
}
