package io.tidings.compat.landscape;

import io.tidings.asyncapi.diagnostic.Severity;
import io.tidings.asyncapi.model.MessageSchema;
import java.util.function.Consumer;

/** Whether the receiver finds the schema that the sender wrote with. */
final class SchemaIdRule implements MessageRule {

    @Override
    public void check(MessagePair pair, Consumer<LandscapeFinding> found) {
        if (!(pair.sent().payload() instanceof MessageSchema.Avro
                && pair.received().payload() instanceof MessageSchema.Avro)) {
            return;
        }
        String message = pair.received().name();
        String sent = pair.sent().schemaIdLocation();
        String received = pair.received().schemaIdLocation();
        if (!sent.equals(received)) {
            found.accept(pair.finding(
                    SystemRule.SYSTEM_SCHEMA_ID,
                    Severity.ERROR,
                    "bindings",
                    pair.receiver() + " looks for the schema id of " + message + " in the " + received + ", "
                            + pair.sender() + " writes it into the " + sent));
        }
        compare(
                pair,
                "schemaIdPayloadEncoding",
                SystemRule.SYSTEM_SCHEMA_ID,
                "reads the schema id of " + message + " as ",
                " writes it as ",
                found);
        compare(
                pair,
                "schemaLookupStrategy",
                SystemRule.SYSTEM_SUBJECT_STRATEGY,
                "looks the schema of " + message + " up by ",
                " registers it by ",
                found);
    }

    private static void compare(
            MessagePair pair,
            String setting,
            SystemRule rule,
            String does,
            String other,
            Consumer<LandscapeFinding> found) {
        String sent = KafkaMessage.setting(pair.link().sender().service().document(), pair.sent(), setting);
        String received = KafkaMessage.setting(pair.link().receiver().service().document(), pair.received(), setting);
        if (sent != null && received != null && !sent.equals(received)) {
            found.accept(pair.finding(
                    rule,
                    rule.severity(),
                    "bindings",
                    pair.receiver() + " " + does + received + ", " + pair.sender() + other + sent));
        }
    }
}
