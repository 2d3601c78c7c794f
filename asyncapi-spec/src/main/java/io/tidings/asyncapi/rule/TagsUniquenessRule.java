package io.tidings.asyncapi.rule;

import io.tidings.asyncapi.diagnostic.Severity;
import io.tidings.asyncapi.source.Node;
import io.tidings.asyncapi.source.Node.ObjectNode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** AsyncAPI 3.0, Tags Object: no two tags of one thing may have the same name, be the thing a component or a trait. */
final class TagsUniquenessRule implements Rule {
    private static final RuleInfo INFO =
            new RuleInfo("tags-uniqueness", Severity.ERROR, "no two tags of one thing have the same name");
    private static final List<String> TAGGED =
            List.of("AsyncApi", "Info", "Server", "Channel", "Operation", "OperationTrait", "Message", "MessageTrait");

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public void check(Subject subject, Findings findings) {
        TAGGED.forEach(type -> subject.all(type).forEach(holder -> tags(subject, holder, findings)));
    }

    private static void tags(Subject subject, ObjectNode holder, Findings findings) {
        Map<String, Node> seen = new HashMap<>();
        for (Node item : Subject.items(holder, "tags")) {
            String name = subject.references()
                    .object(item)
                    .flatMap(tag -> tag.string("name"))
                    .orElse(null);
            Node earlier = name == null ? null : seen.putIfAbsent(name, item);
            if (earlier != null) {
                findings.add(
                        item,
                        "the tag '" + name + "' occurs twice",
                        "remove one of them",
                        earlier.location(),
                        "first here");
            }
        }
    }
}
