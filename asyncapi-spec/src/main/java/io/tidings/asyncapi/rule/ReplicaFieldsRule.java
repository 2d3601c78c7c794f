package io.tidings.asyncapi.rule;

import io.tidings.asyncapi.diagnostic.DidYouMean;
import io.tidings.asyncapi.diagnostic.Severity;
import io.tidings.asyncapi.model.Message;
import io.tidings.asyncapi.model.MessageSchema;
import io.tidings.asyncapi.model.Operation;
import io.tidings.asyncapi.model.ReplicaDeclaration;
import io.tidings.asyncapi.source.Node;
import java.util.ArrayList;
import java.util.List;
import org.apache.avro.Schema;

/** Every field a replica names must be in the payload of each message that feeds it. */
final class ReplicaFieldsRule implements Rule {
    private static final RuleInfo INFO =
            new RuleInfo("replica-fields", Severity.ERROR, "the fields that a replica keeps are fields of the payload");

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public void check(Subject subject, Findings findings) {
        for (Operation operation : subject.document().operations().values()) {
            ReplicaDeclaration replica = operation.extension().replica();
            if (replica == null) {
                continue;
            }
            List<Node> named = new ArrayList<>(Subject.items(replica.node(), "fields"));
            replica.node().get("key").ifPresent(named::add);
            // What is indexed and not among the fields that are kept is another rule's matter.
            Subject.items(replica.node(), "indexes").stream()
                    .filter(index -> replica.fields().isEmpty())
                    .forEach(named::add);
            replica.node()
                    .object("version")
                    .flatMap(version -> version.get("field"))
                    .ifPresent(named::add);
            for (Message message : operation.messages()) {
                if (message.payload() instanceof MessageSchema.Avro avro
                        && avro.schema().getType() == Schema.Type.RECORD) {
                    fields(named, message, avro, findings);
                }
            }
        }
    }

    private static void fields(List<Node> named, Message message, MessageSchema.Avro avro, Findings findings) {
        List<String> known =
                avro.schema().getFields().stream().map(Schema.Field::name).toList();
        for (Node field : named) {
            String name = field.text().orElse(null);
            if (name != null && !known.contains(name)) {
                findings.add(
                        field,
                        "the message '" + message.name() + "' has no field '" + name + "'",
                        DidYouMean.hint(name, known),
                        avro.location(),
                        "its payload");
            }
        }
    }
}
