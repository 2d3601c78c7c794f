package io.tidings.asyncapi.rule;

import io.tidings.asyncapi.diagnostic.DidYouMean;
import io.tidings.asyncapi.diagnostic.Severity;
import io.tidings.asyncapi.model.DeclaredRow;
import io.tidings.asyncapi.model.DeclaredView;
import io.tidings.asyncapi.model.DeclaredView.Feed;
import io.tidings.asyncapi.model.Message;
import io.tidings.asyncapi.model.MessageSchema;
import io.tidings.asyncapi.source.Node;
import io.tidings.asyncapi.source.Node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.avro.Schema;

/** Every field a replica names must be in the payload: those that it keeps in that which its rows are made of. */
final class ReplicaFieldsRule implements Rule {
    private static final RuleInfo INFO =
            new RuleInfo("replica-fields", Severity.ERROR, "the fields that a replica keeps are fields of the payload");

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public void check(Subject subject, Findings findings) {
        for (DeclaredView view : DeclaredView.of(subject.document())) {
            DeclaredRow.of(view).ifPresent(row -> row(view, row, findings));
            view.feeds().stream().filter(feed -> view.settled()).forEach(feed -> version(feed, findings));
        }
    }

    private static void row(DeclaredView view, DeclaredRow row, Findings findings) {
        List<Node> named = new ArrayList<>();
        if (view.row() == null) {
            named.addAll(Subject.items(view.saying("fields").node(), "fields"));
        }
        view.saying("key").node().get("key").ifPresent(named::add);
        // What is indexed, or joined on, and not among the fields that are kept is another rule's matter.
        if (view.fields().isEmpty()) {
            for (Node index : Subject.items(view.saying("indexes").node(), "indexes")) {
                named.addAll(index instanceof ObjectNode several ? Subject.items(several, "fields") : List.of(index));
            }
            for (Node join : Subject.items(view.saying("joins").node(), "joins")) {
                ReplicaJoinsRule.foreignKey(join).ifPresent(named::add);
            }
        }
        String holder = row.message() == null
                ? "the record '" + row.schema().schema().getFullName() + "'"
                : "the message '" + row.message().name() + "'";
        for (Node field : named) {
            missing(field, row.schema(), holder, findings);
        }
    }

    private static void version(Feed feed, Findings findings) {
        Optional<Node> field = versionField(feed.replica().node());
        for (Message message : field.isEmpty() ? List.<Message>of() : feed.messages()) {
            DeclaredRow.record(message.payload())
                    .ifPresent(
                            payload -> missing(field.get(), payload, "the message '" + message.name() + "'", findings));
        }
    }

    /** The name of the field that says the version. */
    static Optional<Node> versionField(ObjectNode said) {
        return said.object("version").flatMap(version -> version.get("field"));
    }

    /** Reports a field that a record does not have. */
    static void missing(Node field, MessageSchema.Avro record, String holder, Findings findings) {
        String name = field.text().orElse(null);
        List<String> known =
                record.schema().getFields().stream().map(Schema.Field::name).toList();
        if (name != null && !known.contains(name)) {
            findings.add(
                    field,
                    holder + " has no field '" + name + "'",
                    DidYouMean.hint(name, known),
                    record.location(),
                    holder.startsWith("the record") ? "the record" : "its payload");
        }
    }
}
