package io.tidings.asyncapi.rule;

import io.tidings.asyncapi.diagnostic.Severity;
import io.tidings.asyncapi.model.Channel;
import io.tidings.asyncapi.model.ChannelExtension.Keys;
import io.tidings.asyncapi.model.DeclaredRow;
import io.tidings.asyncapi.model.DeclaredView;
import io.tidings.asyncapi.model.DeclaredView.Feed;
import io.tidings.asyncapi.model.Message;
import io.tidings.asyncapi.model.MessageSchema;
import io.tidings.asyncapi.model.ReplicaDeclaration;
import io.tidings.asyncapi.source.Node;
import io.tidings.asyncapi.source.Node.ObjectNode;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Rows are kept by the keys of their messages: one key, one row. */
final class ReplicaKeyRule implements Rule {
    private static final RuleInfo INFO =
            new RuleInfo("replica-key", Severity.ERROR, "what feeds a replica has the key of its entity");

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public void check(Subject subject, Findings findings) {
        for (DeclaredView view : DeclaredView.of(subject.document())) {
            Set<Message> seen = new HashSet<>();
            for (Feed feed : view.feeds()) {
                for (Message message : feed.operation().messages()) {
                    if (seen.add(message)) {
                        present(subject, feed.replica(), message, findings);
                    }
                }
                framed(feed, findings);
            }
            field(view, findings);
            agreed(view, findings);
        }
    }

    private static void present(Subject subject, ReplicaDeclaration replica, Message message, Findings findings) {
        if (!ReplicaDeletesRule.hasKey(subject, message)) {
            findings.add(
                    place(replica),
                    "the message '" + message.name() + "' has no key: nobody could say which entity it is about",
                    "add 'bindings: {kafka: {key: ...}}' to the message",
                    message.location(),
                    "the message");
        }
    }

    private static void framed(Feed feed, Findings findings) {
        Channel channel = feed.operation().channel();
        if (channel.extension().keys() == Keys.FRAMED) {
            findings.add(
                    place(feed.replica()),
                    "the keys of the channel '" + channel.name()
                            + "' bear the id of their schema: each new version of it would make another row of an entity",
                    "ask the owner for a channel with bare keys",
                    channel.node().object("x-tidings").map(ObjectNode::location).orElse(channel.location()),
                    "the channel");
        }
    }

    /** The field that is said to hold the key as well has to be of its type. */
    private static void field(DeclaredView view, Findings findings) {
        Node named = view.saying("key").node().get("key").orElse(null);
        MessageSchema key = view.keySchema();
        Optional<String> label = key == null ? Optional.empty() : RowTypes.keyLabel(key);
        if (named == null || key == null || label.isEmpty()) {
            return;
        }
        DeclaredRow.of(view)
                .map(row -> row.schema().schema().getField(named.text().orElse("")))
                .ifPresent(field -> {
                    if (!RowTypes.isKey(field.schema(), label.get())) {
                        findings.add(
                                named,
                                "the field '" + field.name() + "' is of type " + RowTypes.label(field.schema())
                                        + ", the key of type " + label.get(),
                                "name the field that holds the key, or leave 'key' out",
                                key.location(),
                                "the key");
                    }
                });
    }

    private static void agreed(DeclaredView view, Findings findings) {
        Feed first = view.feeds().get(0);
        MessageSchema key = key(first);
        Optional<String> label = key == null ? Optional.empty() : RowTypes.keyLabel(key);
        for (Feed feed : view.feeds()) {
            MessageSchema other = key(feed);
            Optional<String> otherLabel = other == null ? Optional.empty() : RowTypes.keyLabel(other);
            if (key != null && label.isPresent() && otherLabel.isPresent() && !otherLabel.equals(label)) {
                findings.add(
                        place(feed.replica()),
                        "the keys of '" + feed.operation().name() + "' are of type " + otherLabel.get()
                                + ", those of '" + first.operation().name() + "', which feeds the same view, of type "
                                + label.get(),
                        "feed views of their own, and join them",
                        key.location(),
                        "the other key");
            }
        }
    }

    private static @Nullable MessageSchema key(Feed feed) {
        return new DeclaredView("", List.of(feed)).keySchema();
    }

    /** Where a replica says what it is. */
    private static Node place(ReplicaDeclaration replica) {
        return replica.node().get("view").orElse(replica.node());
    }
}
