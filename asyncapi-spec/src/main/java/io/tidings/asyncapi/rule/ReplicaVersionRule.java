package io.tidings.asyncapi.rule;

import io.tidings.asyncapi.diagnostic.Severity;
import io.tidings.asyncapi.model.DeclaredRow;
import io.tidings.asyncapi.model.DeclaredView;
import io.tidings.asyncapi.model.DeclaredView.Feed;
import io.tidings.asyncapi.model.Message;
import io.tidings.asyncapi.source.Node;
import java.util.List;
import java.util.Optional;
import org.apache.avro.Schema;

/** Versions are counted: a time, a text or a fraction cannot say that nothing lies between two of them. */
final class ReplicaVersionRule implements Rule {
    private static final RuleInfo INFO =
            new RuleInfo("replica-version", Severity.ERROR, "the version of an entity is an integer that grows");

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public void check(Subject subject, Findings findings) {
        for (DeclaredView view : DeclaredView.of(subject.document())) {
            for (Feed feed : view.feeds()) {
                Optional<Node> own =
                        ReplicaFieldsRule.versionField(feed.replica().node());
                own.ifPresent(field -> check(field, feed.messages(), findings));
                feed.replica()
                        .node()
                        .object("deletes")
                        .flatMap(ReplicaFieldsRule::versionField)
                        .or(() -> own)
                        .ifPresent(field ->
                                check(field, feed.deleteMessage().stream().toList(), findings));
            }
        }
    }

    private static void check(Node named, List<Message> messages, Findings findings) {
        for (Message message : messages) {
            DeclaredRow.record(message.payload()).ifPresent(payload -> {
                Schema.Field field = payload.schema().getField(named.text().orElse(""));
                if (field != null && !RowTypes.counts(field.schema())) {
                    findings.add(
                            named,
                            "the field '" + field.name() + "' of the message '" + message.name()
                                    + "' is no long or int",
                            "name a number that grows with each change, or write 'version: header'",
                            payload.locationOf(payload.schema().getFullName(), field.name()),
                            "the field");
                }
            });
        }
    }
}
