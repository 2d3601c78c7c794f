package io.tidings.asyncapi.rule;

import io.tidings.asyncapi.diagnostic.Severity;
import io.tidings.asyncapi.model.Message;
import io.tidings.asyncapi.model.Operation;
import io.tidings.asyncapi.model.ReplicaDeclaration;
import io.tidings.asyncapi.source.Node;

/** A tombstone is a key and headers only: without a key nobody knows which entity is gone, without a version header when. */
final class ReplicaDeletesRule implements Rule {
    private static final RuleInfo INFO =
            new RuleInfo("replica-deletes", Severity.ERROR, "a replica can tell which entity is gone, and when");

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public void check(Subject subject, Findings findings) {
        for (Operation operation : subject.document().operations().values()) {
            ReplicaDeclaration replica = operation.extension().replica();
            if (replica == null || replica.deletes() != ReplicaDeclaration.Deletes.TOMBSTONE) {
                continue;
            }
            if (!replica.node().string("deletes").orElse("tombstone").equals("tombstone")) {
                continue; // some other word, which the grammar has spoken of
            }
            Node at = replica.node().get("deletes").orElse(replica.node());
            if (replica.versionField() != null) {
                findings.add(
                        at,
                        "a tombstone has no payload, so the field '" + replica.versionField() + "' cannot order it",
                        "write 'version: header', or 'deletes: none' where entities are never deleted");
            }
            for (Message message : operation.messages()) {
                if (!hasKey(subject, message)) {
                    findings.add(
                            at,
                            "the message '" + message.name()
                                    + "' has no key: a tombstone could not say which entity is gone",
                            "add 'bindings: {kafka: {key: ...}}' to the message, or write 'deletes: none'",
                            message.location(),
                            "the message");
                }
            }
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
