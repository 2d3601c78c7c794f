package io.tidings.asyncapi.rule;

import io.tidings.asyncapi.diagnostic.Severity;
import io.tidings.asyncapi.model.DeclaredRow;
import io.tidings.asyncapi.model.DeclaredView;
import io.tidings.asyncapi.model.DeclaredView.Feed;
import io.tidings.asyncapi.model.Message;
import io.tidings.asyncapi.model.MessageSchema;
import io.tidings.asyncapi.model.ReplicaDeclaration;
import io.tidings.asyncapi.source.Node;

/** What a view receives becomes its rows: by Avro's schema resolution, or by a fold in Java. */
final class ReplicaRowsRule implements Rule {
    private static final RuleInfo INFO =
            new RuleInfo("replica-rows", Severity.ERROR, "what feeds a replica can be read as its rows");

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public void check(Subject subject, Findings findings) {
        for (DeclaredView view : DeclaredView.of(subject.document())) {
            boolean given = given(view, findings);
            DeclaredRow row = DeclaredRow.of(view).orElse(null);
            for (Feed feed : view.feeds()) {
                for (Message message : feed.messages()) {
                    if (record(feed, message, findings) && given && row != null) {
                        readable(view, feed, message, row, findings);
                    }
                }
            }
        }
    }

    /** Whether the row that is given, if one is, is one. */
    private static boolean given(DeclaredView view, Findings findings) {
        ReplicaDeclaration saying = view.saying("row");
        Node said = saying.node().get("row").orElse(null);
        if (said == null) {
            return true;
        }
        boolean record = DeclaredRow.record(view.row()).isPresent();
        if (!record && view.row() != null) {
            findings.add(
                    said,
                    "a row is an Avro record",
                    "write {schemaFormat: 'application/vnd.apache.avro;version=1.12.0', schema: ...}, or refer to an .avsc"
                            + " file");
        }
        view.saying("fields")
                .node()
                .get("fields")
                .ifPresent(fields -> findings.add(
                        fields,
                        "the rows of '" + view.name() + "' are given whole by 'row'",
                        "leave 'fields' out",
                        said.location(),
                        "the row"));
        return record;
    }

    private static boolean record(Feed feed, Message message, Findings findings) {
        if (DeclaredRow.record(message.payload()).isPresent()) {
            return true;
        }
        // A payload that is there and could not be read has been spoken of.
        MessageSchema payload = message.payload();
        if (payload != null || message.node().get("payload").isEmpty()) {
            findings.add(
                    place(feed.replica()),
                    "rows are made of Avro records, and the message '" + message.name() + "' is none",
                    "leave it out of the operation's 'messages'",
                    payload == null ? message.location() : payload.location(),
                    payload == null ? "the message" : "its payload");
        }
        return false;
    }

    private static void readable(DeclaredView view, Feed feed, Message message, DeclaredRow row, Findings findings) {
        MessageSchema.Avro payload = DeclaredRow.record(message.payload()).orElseThrow();
        if (!feed.replica().folded() && !row.reads(payload.schema())) {
            findings.add(
                    place(feed.replica()),
                    "the message '" + message.name() + "' cannot be read as a row of '" + view.name() + "', which is "
                            + (row.message() == null
                                    ? "declared"
                                    : "a part of '" + row.message().name() + "'"),
                    "give the row's new fields defaults, keep fewer fields, or write 'fold: typed' and make rows of it in"
                            + " Java",
                    payload.location(),
                    "its payload");
        }
    }

    private static Node place(ReplicaDeclaration replica) {
        return replica.node().get("view").orElse(replica.node());
    }
}
