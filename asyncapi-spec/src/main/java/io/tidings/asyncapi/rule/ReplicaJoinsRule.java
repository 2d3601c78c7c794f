package io.tidings.asyncapi.rule;

import io.tidings.asyncapi.diagnostic.DidYouMean;
import io.tidings.asyncapi.diagnostic.Severity;
import io.tidings.asyncapi.model.DeclaredRow;
import io.tidings.asyncapi.model.DeclaredView;
import io.tidings.asyncapi.model.MessageSchema;
import io.tidings.asyncapi.source.Node;
import io.tidings.asyncapi.source.Node.ObjectNode;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.apache.avro.Schema;

/** The row that belongs to a row has to be where it is looked for. */
final class ReplicaJoinsRule implements Rule {
    private static final RuleInfo INFO =
            new RuleInfo("replica-joins", Severity.ERROR, "a replica is joined with views that it finds the rows of");

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public void check(Subject subject, Findings findings) {
        Map<String, DeclaredView> views = new LinkedHashMap<>();
        DeclaredView.of(subject.document()).forEach(view -> views.put(view.name(), view));
        for (DeclaredView left : views.values()) {
            Map<String, Node> names = new HashMap<>();
            for (Node item : Subject.items(left.saying("joins").node(), "joins")) {
                if (item instanceof ObjectNode join) {
                    name(left, join, names, findings);
                    join(left, join, views, findings);
                }
            }
        }
    }

    /** The field that a join looks rows up by, where it is not the key. */
    static Optional<Node> foreignKey(Node join) {
        return join instanceof ObjectNode object
                ? object.object("on").flatMap(on -> on.get("field"))
                : Optional.empty();
    }

    private static void name(DeclaredView left, ObjectNode join, Map<String, Node> names, Findings findings) {
        Node name = join.get("as").or(() -> join.get("view")).orElse(null);
        String text = name == null ? null : name.text().orElse(null);
        if (name == null || text == null) {
            return;
        }
        Node earlier = names.putIfAbsent(text.toLowerCase(Locale.ROOT), name);
        if (earlier != null) {
            findings.add(
                    name,
                    "the replica '" + left.name() + "' has a join '"
                            + earlier.text().orElse("") + "' already",
                    "call one of them otherwise, with 'as'",
                    earlier.location(),
                    "first here");
        }
    }

    private static void join(DeclaredView left, ObjectNode join, Map<String, DeclaredView> views, Findings findings) {
        Node named = join.get("view").orElse(null);
        String name = named == null ? null : named.text().orElse(null);
        if (named == null || name == null) {
            return;
        }
        DeclaredView right = views.get(name);
        if (right == null) {
            findings.add(
                    named, "there is no view '" + name + "' in this document", DidYouMean.hint(name, views.keySet()));
            return;
        }
        Optional<Node> field = foreignKey(join);
        if (field.isPresent()) {
            byField(left, field.get(), right, findings);
        } else if (join.string("on").orElse("key").equals("key")) {
            byKey(left, join.get("on").orElse(named), right, findings);
        }
    }

    private static void byField(DeclaredView left, Node field, DeclaredView right, Findings findings) {
        String name = field.text().orElse("");
        if (!left.fields().isEmpty() && !left.fields().contains(name)) {
            ReplicaIndexesRule.notKept(left, field, name, findings);
            return;
        }
        Schema.Field known = DeclaredRow.of(left)
                .map(row -> row.schema().schema().getField(name))
                .orElse(null);
        Optional<String> key = keyLabel(right);
        if (known != null && key.isPresent() && !RowTypes.isKey(known.schema(), key.get())) {
            findings.add(
                    field,
                    "the field '" + name + "' is of type " + RowTypes.label(known.schema()) + ", the keys of '"
                            + right.name() + "' are of type " + key.get(),
                    "name the field that holds the other's key",
                    Objects.requireNonNull(right.keySchema()).location(),
                    "its key");
        } else if (!right.whole()) {
            findings.add(
                    field,
                    "the view '" + right.name() + "' is partitioned: the row that '" + name
                            + "' names may lie on another instance",
                    "write 'copy: full' or 'store: sql' there",
                    right.feeds().get(0).replica().location(),
                    "the view");
        }
    }

    private static void byKey(DeclaredView left, Node at, DeclaredView right, Findings findings) {
        Optional<String> key = keyLabel(left);
        Optional<String> other = keyLabel(right);
        if (key.isPresent() && other.isPresent() && !key.equals(other)) {
            findings.add(
                    at,
                    "the keys of '" + left.name() + "' are of type " + key.get() + ", those of '" + right.name()
                            + "' of type " + other.get(),
                    "join on the field that holds the other's key: 'on: {field: ...}'",
                    Objects.requireNonNull(right.keySchema()).location(),
                    "its key");
        } else if (!right.whole()) {
            findings.add(
                    at,
                    "the view '" + right.name()
                            + "' is partitioned: the row of the same key may lie on another instance",
                    "write 'copy: full' or 'store: sql' there",
                    right.feeds().get(0).replica().location(),
                    "the view");
        }
    }

    private static Optional<String> keyLabel(DeclaredView view) {
        MessageSchema key = view.keySchema();
        return key == null ? Optional.empty() : RowTypes.keyLabel(key);
    }
}
