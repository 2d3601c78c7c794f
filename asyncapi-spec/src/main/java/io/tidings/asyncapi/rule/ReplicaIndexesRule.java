package io.tidings.asyncapi.rule;

import io.tidings.asyncapi.diagnostic.DidYouMean;
import io.tidings.asyncapi.diagnostic.Severity;
import io.tidings.asyncapi.model.Operation;
import io.tidings.asyncapi.model.ReplicaDeclaration;
import io.tidings.asyncapi.source.Node;
import java.util.List;

/** A replica that keeps certain fields only can find entities by those only. */
final class ReplicaIndexesRule implements Rule {
    private static final RuleInfo INFO =
            new RuleInfo("replica-indexes", Severity.ERROR, "a replica is searched by fields that it keeps");

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public void check(Subject subject, Findings findings) {
        for (Operation operation : subject.document().operations().values()) {
            ReplicaDeclaration replica = operation.extension().replica();
            if (replica == null || replica.fields().isEmpty()) {
                continue;
            }
            List<String> kept = replica.fields();
            for (Node index : Subject.items(replica.node(), "indexes")) {
                String name = index.text().orElse(null);
                if (name != null && !kept.contains(name)) {
                    findings.add(
                            index,
                            "the replica '" + replica.view() + "' does not keep the field '" + name + "'",
                            DidYouMean.among(name, kept)
                                    .map(near -> "did you mean '" + near + "'?")
                                    .orElse("add it to 'fields'"));
                }
            }
        }
    }
}
