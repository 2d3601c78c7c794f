package io.tidings.asyncapi.rule;

import io.tidings.asyncapi.source.Node.ObjectNode;
import java.util.List;

/** Good practice in 2.x: an operation without an id has no name for code, tools and other documents to use. */
final class OperationIdRule implements Rule {
    private static final RuleInfo INFO =
            RuleInfo.recommended("operation-operationId", "an operation has an 'operationId'");

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public void check(Subject subject, Findings findings) {
        for (ObjectNode operation : subject.is2() ? subject.all("Operation") : List.<ObjectNode>of()) {
            if (UniqueIds.given(subject, operation, "operationId") == null) {
                findings.add(
                        operation, "this operation has no 'operationId'", "add one: generated code is named after it");
            }
        }
    }
}
