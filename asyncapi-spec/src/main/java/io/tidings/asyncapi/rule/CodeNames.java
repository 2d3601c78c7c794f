package io.tidings.asyncapi.rule;

import io.tidings.asyncapi.source.Node;
import io.tidings.asyncapi.source.Node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javax.lang.model.SourceVersion;

/** The names that a document gives to what is generated from it. */
final class CodeNames {
    /** The scope of the views of replicas. */
    static final String VIEW = "view";

    private static final Map<String, String> SCOPES =
            Map.of("TidingsChannel", "channel", "TidingsOperation", "operation", "TidingsMessage", "message");

    private CodeNames() {}

    /** A name and what it is the name of. */
    record Name(Node place, String scope) {}

    /** All names, in the order of the document. */
    static List<Name> of(Subject subject) {
        List<Name> names = new ArrayList<>();
        add(subject, "TidingsRoot", "name", "API", names);
        SCOPES.forEach((type, scope) -> add(subject, type, "name", scope, names));
        add(subject, "TidingsReplica", "view", VIEW, names);
        return names;
    }

    /** Whether Java takes it for a name. */
    static boolean legal(String text) {
        return SourceVersion.isIdentifier(text) && !SourceVersion.isKeyword(text);
    }

    /** Whether there is anything in it that a name can be made of. */
    static boolean useful(String text) {
        return text.codePoints().anyMatch(Character::isLetterOrDigit);
    }

    private static void add(Subject subject, String type, String field, String scope, List<Name> names) {
        for (ObjectNode said : subject.all(type)) {
            said.get(field).filter(node -> node.text().isPresent()).ifPresent(node -> names.add(new Name(node, scope)));
        }
    }
}
