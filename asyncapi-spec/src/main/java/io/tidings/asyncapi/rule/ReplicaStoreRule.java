package io.tidings.asyncapi.rule;

import io.tidings.asyncapi.diagnostic.Severity;
import io.tidings.asyncapi.model.DeclaredView;
import io.tidings.asyncapi.model.ReplicaDeclaration.Store;
import io.tidings.asyncapi.source.Node;

/** A table belongs to all instances: none of them holds a part, or a copy of its own. */
final class ReplicaStoreRule implements Rule {
    private static final RuleInfo INFO = new RuleInfo(
            "replica-store", Severity.ERROR, "instances that share a table hold neither parts nor copies of it");

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public void check(Subject subject, Findings findings) {
        for (DeclaredView view : DeclaredView.of(subject.document())) {
            Node copy = view.saying("copy").node().get("copy").orElse(null);
            Node store = view.saying("store").node().get("store").orElse(null);
            if (view.store() == Store.SQL && copy != null && store != null) {
                findings.add(
                        copy,
                        "all instances share the table of '" + view.name() + "'",
                        "leave 'copy' out, or choose another store",
                        store.location(),
                        "the store");
            }
        }
    }
}
