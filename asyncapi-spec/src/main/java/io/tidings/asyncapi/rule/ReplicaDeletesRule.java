package io.tidings.asyncapi.rule;

import io.tidings.asyncapi.diagnostic.DidYouMean;
import io.tidings.asyncapi.diagnostic.Severity;
import io.tidings.asyncapi.model.DeclaredRow;
import io.tidings.asyncapi.model.DeclaredView;
import io.tidings.asyncapi.model.DeclaredView.Feed;
import io.tidings.asyncapi.model.Message;
import io.tidings.asyncapi.model.ReplicaDeclaration;
import io.tidings.asyncapi.model.ReplicaDeclaration.DeleteMessage;
import io.tidings.asyncapi.source.Node;
import io.tidings.asyncapi.source.Node.ObjectNode;
import java.util.List;
import java.util.Optional;

/** A tombstone is a key and headers only, so only a header says whether it is newer than the row; a message may say more. */
final class ReplicaDeletesRule implements Rule {
    private static final RuleInfo INFO =
            new RuleInfo("replica-deletes", Severity.ERROR, "a replica can tell which entity is gone, and when");

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public void check(Subject subject, Findings findings) {
        for (DeclaredView view : DeclaredView.of(subject.document())) {
            for (Feed feed : view.feeds()) {
                switch (feed.replica().deletes()) {
                    case TOMBSTONE -> tombstone(feed.replica(), findings);
                    case MESSAGE -> message(feed, findings);
                    case NONE -> {} // nothing has to be ordered
                }
            }
        }
    }

    private static void tombstone(ReplicaDeclaration replica, Findings findings) {
        if (!replica.node().string("deletes").orElse("tombstone").equals("tombstone")) {
            return; // some other word, which the grammar has spoken of
        }
        if (replica.versionField() != null) {
            findings.add(
                    replica.node().get("deletes").orElse(replica.node()),
                    "a tombstone has no payload, so the field '" + replica.versionField() + "' cannot order it",
                    "write 'version: header', or 'deletes: none' where entities are never deleted");
        }
    }

    private static void message(Feed feed, Findings findings) {
        ObjectNode said = feed.replica().node().object("deletes").orElse(null);
        Node name = said == null ? null : said.get("message").orElse(null);
        if (said == null || name == null || name.text().isEmpty()) {
            return; // which the grammar has spoken of
        }
        Optional<Message> ending = feed.deleteMessage();
        if (ending.isEmpty()) {
            unknown(feed, name, findings);
        } else if (feed.messages().isEmpty()) {
            findings.add(
                    name,
                    "the operation '" + feed.operation().name() + "' receives nothing but '"
                            + ending.get().name() + "': there would be no rows to delete",
                    "let it receive what the rows are made of as well");
        } else {
            version(feed, said, ending.get(), findings);
        }
    }

    private static void unknown(Feed feed, Node name, Findings findings) {
        String text = name.text().orElse("");
        boolean elsewhere =
                feed.operation().channel().messages().values().stream().anyMatch(new DeleteMessage(text, null)::is);
        List<String> known =
                feed.operation().messages().stream().map(Message::key).toList();
        findings.add(
                name,
                "the operation '" + feed.operation().name() + "' does not receive a message '" + text + "'",
                elsewhere ? "add it to the operation's 'messages'" : DidYouMean.hint(text, known),
                feed.operation().location(),
                "the operation");
    }

    /** What ends a row has to say when, like what changes it: a field that it does not have cannot. */
    private static void version(Feed feed, ObjectNode said, Message ending, Findings findings) {
        DeleteMessage deletes = feed.replica().deleteMessage();
        if (deletes == null || deletes.versionField() == null) {
            return;
        }
        Node at = ReplicaFieldsRule.versionField(said).orElse(said);
        String field = deletes.versionField();
        var payload = DeclaredRow.record(ending.payload()).orElse(null);
        if (payload == null || payload.schema().getField(field) == null) {
            findings.add(
                    at,
                    "the message '" + ending.name() + "' has no field '" + field + "', so it cannot be ordered",
                    payload == null
                            ? "write 'version: header' here"
                            : DidYouMean.among(
                                            field,
                                            payload.schema().getFields().stream()
                                                    .map(known -> known.name())
                                                    .toList())
                                    .map(near -> "did you mean '" + near + "'?")
                                    .orElse("name the field that says its version, or write 'version: header' here"),
                    ending.location(),
                    "the message");
        }
    }

    /** Whether a message says what its key is, be it well or badly. */
    static boolean hasKey(Subject subject, Message message) {
        return subject.references()
                .object(message.node(), "bindings")
                .flatMap(bindings -> subject.references().object(bindings, "kafka"))
                .flatMap(kafka -> kafka.get("key"))
                .isPresent();
    }
}
