package io.tidings.asyncapi.rule;

import io.tidings.asyncapi.diagnostic.DidYouMean;
import io.tidings.asyncapi.diagnostic.Severity;
import io.tidings.asyncapi.model.DeclaredRow;
import io.tidings.asyncapi.model.DeclaredView;
import io.tidings.asyncapi.source.Node;
import io.tidings.asyncapi.source.Node.ObjectNode;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.avro.Schema;

/** A replica that keeps certain fields only can find entities by those only, and by values that are equal or are not. */
final class ReplicaIndexesRule implements Rule {
    private static final RuleInfo INFO = new RuleInfo(
            "replica-indexes",
            Severity.ERROR,
            "a replica is searched by fields that it keeps and that can be compared");

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public void check(Subject subject, Findings findings) {
        for (DeclaredView view : DeclaredView.of(subject.document())) {
            Map<String, Node> names = new HashMap<>();
            for (Node index : Subject.items(view.saying("indexes").node(), "indexes")) {
                Optional<Node> name = index instanceof ObjectNode named ? named.get("name") : Optional.of(index);
                name.ifPresent(node -> name(view, node, names, findings));
                List<Node> fields = index instanceof ObjectNode named ? Subject.items(named, "fields") : List.of(index);
                if (index instanceof ObjectNode named && named.array("fields").isPresent() && fields.isEmpty()) {
                    findings.add(index, "an index of no field finds nothing", "name at least one field of the row");
                }
                fields(view, fields, findings);
            }
        }
    }

    private static void name(DeclaredView view, Node name, Map<String, Node> names, Findings findings) {
        String text = name.text().orElse(null);
        if (text == null) {
            return;
        }
        if (!CodeNames.useful(text)) {
            findings.add(
                    name,
                    "'" + text + "' holds neither letter nor digit: no query can be called so",
                    "say what it finds rows by");
        }
        Node earlier = names.putIfAbsent(text.toLowerCase(Locale.ROOT), name);
        if (earlier != null) {
            findings.add(
                    name,
                    "the replica '" + view.name() + "' has an index '"
                            + earlier.text().orElse("") + "' already",
                    "remove one of them, or give it a name of its own",
                    earlier.location(),
                    "first here");
        }
    }

    private static void fields(DeclaredView view, List<Node> fields, Findings findings) {
        DeclaredRow row = DeclaredRow.of(view).orElse(null);
        Set<String> seen = new HashSet<>();
        for (Node field : fields) {
            String name = field.text().orElse(null);
            if (name == null) {
                continue;
            }
            if (!seen.add(name)) {
                findings.add(field, "the index names the field '" + name + "' twice", "remove it");
            } else if (!view.fields().isEmpty() && !view.fields().contains(name)) {
                notKept(view, field, name, findings);
            } else if (row != null) {
                row.fields().stream()
                        .filter(known -> known.name().equals(name) && !RowTypes.lookedUp(known.schema()))
                        .forEach(known -> incomparable(field, known, row, findings));
            }
        }
    }

    /** Reports a field that is not among those to be kept. */
    static void notKept(DeclaredView view, Node field, String name, Findings findings) {
        findings.add(
                field,
                "the replica '" + view.name() + "' does not keep the field '" + name + "'",
                DidYouMean.among(name, view.fields())
                        .map(near -> "did you mean '" + near + "'?")
                        .orElse("add it to 'fields'"));
    }

    private static void incomparable(Node field, Schema.Field known, DeclaredRow row, Findings findings) {
        Schema record = row.schema().schema();
        findings.add(
                field,
                "the field '" + known.name() + "' cannot be searched by: it is of type "
                        + RowTypes.branch(known.schema()).getType().getName(),
                "rows are found by texts, enums, integers, dates and times, and true or false",
                row.schema().locationOf(record.getFullName(), known.name()),
                "the field");
    }
}
