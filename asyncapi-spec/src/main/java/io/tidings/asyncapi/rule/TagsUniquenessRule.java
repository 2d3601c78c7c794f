package io.tidings.asyncapi.rule;

import io.tidings.asyncapi.diagnostic.Severity;
import io.tidings.asyncapi.model.AsyncApiDocument;
import io.tidings.asyncapi.model.Element;
import io.tidings.asyncapi.source.Node;
import java.util.HashMap;
import java.util.Map;

/** AsyncAPI 3.0, Tags Object: no two tags of one thing may have the same name. */
final class TagsUniquenessRule implements Rule {
    private static final RuleInfo INFO =
            new RuleInfo("tags-uniqueness", Severity.ERROR, "no two tags of one thing have the same name");

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public void check(Subject subject, Findings findings) {
        AsyncApiDocument document = subject.document();
        tags(subject, document.info(), findings);
        document.servers().values().forEach(server -> tags(subject, server, findings));
        document.channels().values().forEach(channel -> {
            tags(subject, channel, findings);
            channel.messages().values().forEach(message -> tags(subject, message, findings));
        });
        document.operations().values().forEach(operation -> tags(subject, operation, findings));
    }

    private static void tags(Subject subject, Element holder, Findings findings) {
        Map<String, Node> seen = new HashMap<>();
        for (Node item : Subject.items(holder.node(), "tags")) {
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
