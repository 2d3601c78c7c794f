package io.tidings.asyncapi.rule;

import io.tidings.asyncapi.source.Node.ArrayNode;
import io.tidings.asyncapi.source.Node.Member;
import io.tidings.asyncapi.source.Node.ObjectNode;
import java.util.List;
import java.util.Optional;

/**
 * Good practice: a field that the specification leaves open and readers look for. One rule for each, so that each can be
 * asked for by itself.
 *
 * @param path where the field stands, from the document on, the last being the field
 * @param why what it is good for
 */
record RecommendedFieldRule(RuleInfo info, List<String> path, String why) implements Rule {
    static final List<Rule> ALL = List.of(
            rule("document-id", "the document has an id", "it tells APIs of the same title apart", "id"),
            rule(
                    "default-content-type",
                    "the document says which content type messages have",
                    "otherwise each message has to say it",
                    "defaultContentType"),
            rule(
                    "info-description",
                    "the API is described",
                    "it is the first thing readers see",
                    "info",
                    "description"),
            rule("info-contact", "the API names a contact", "those who use it know whom to ask", "info", "contact"),
            rule(
                    "info-license",
                    "the API names its license",
                    "those who use it know whether they may",
                    "info",
                    "license"),
            rule("document-servers", "the document has servers", "clients know what to connect to", "servers"));

    private static Rule rule(String id, String summary, String why, String... path) {
        return new RecommendedFieldRule(RuleInfo.recommended(id, summary), List.of(path), why);
    }

    @Override
    public void check(Subject subject, Findings findings) {
        Optional<ObjectNode> holder = Optional.of(subject.written());
        for (String name : path.subList(0, path.size() - 1)) {
            holder = holder.flatMap(node -> node.object(name));
        }
        String field = path.get(path.size() - 1);
        holder.filter(node -> lacks(node, field)).ifPresent(node -> {
            Member root = subject.written().members().get(path.get(0));
            String message = "there is no '" + String.join(".", path) + "'";
            if (path.size() > 1 && root != null) {
                findings.add(root, message, why);
            } else {
                findings.add(node, message, why);
            }
        });
    }

    private static boolean lacks(ObjectNode holder, String field) {
        return holder.get(field)
                .map(value -> (value instanceof ObjectNode object
                                && object.members().isEmpty())
                        || (value instanceof ArrayNode array && array.items().isEmpty())
                        || value.text().filter(String::isBlank).isPresent())
                .orElse(true);
    }
}
