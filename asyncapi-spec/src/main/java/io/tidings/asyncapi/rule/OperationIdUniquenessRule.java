package io.tidings.asyncapi.rule;

import io.tidings.asyncapi.diagnostic.Severity;
import io.tidings.asyncapi.source.Node.ObjectNode;

/** AsyncAPI 2.6, Operation Object: an {@code operationId} must be unique among all operations of the document. */
final class OperationIdUniquenessRule implements Rule {
    private static final RuleInfo INFO = new RuleInfo(
            "operation-operationId-uniqueness", Severity.ERROR, "no two operations have the same 'operationId'");

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public void check(Subject subject, Findings findings) {
        UniqueIds ids = new UniqueIds("operation", "operationId");
        for (ObjectNode operation : subject.all("Operation")) {
            ids.check(subject, operation, findings);
        }
    }
}
