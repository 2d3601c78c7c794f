package io.tidings.asyncapi.rule;

import io.tidings.asyncapi.diagnostic.Severity;
import io.tidings.asyncapi.source.Node;
import java.util.HashMap;
import java.util.Map;

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
        Map<String, Node> seen = new HashMap<>();
        for (Version2Operation operation : Version2Operation.of(subject)) {
            Node id = operation.id(subject);
            String text = id == null ? null : id.text().orElse(null);
            Node earlier = text == null ? null : seen.putIfAbsent(text, id);
            if (id != null && earlier != null) {
                findings.add(
                        id,
                        "another operation has the 'operationId' '" + text + "'",
                        "give each an 'operationId' of its own",
                        earlier.location(),
                        "first here");
            }
        }
    }
}
