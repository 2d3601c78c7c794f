package io.tidings.compat.landscape;

import io.tidings.asyncapi.diagnostic.Severity;
import io.tidings.asyncapi.model.ChannelExtension.Keys;
import io.tidings.asyncapi.model.MessageSchema;
import io.tidings.compat.avro.AvroReader;
import java.util.Set;
import java.util.function.Consumer;

/** Whether both sides mean the same by the key of a message. */
final class KeyRule implements MessageRule {

    private static final Set<String> INTEGERS = Set.of("integer", "int", "long");
    private static final Set<String> NUMBERS = Set.of("number", "float", "double");

    @Override
    public void check(MessagePair pair, Consumer<LandscapeFinding> found) {
        MessageSchema sent = pair.sent().kafkaKey();
        MessageSchema received = pair.received().kafkaKey();
        if (received == null) {
            return; // who declares no key does not look at it
        }
        if (sent == null) {
            absent(pair, found);
            return;
        }
        String from = KafkaMessage.kind(pair.link().sender().service().document(), sent);
        String to = KafkaMessage.kind(pair.link().receiver().service().document(), received);
        Keys framedBySender = pair.link().sender().channel().extension().keys();
        Keys framedByReceiver = pair.link().receiver().channel().extension().keys();
        if (framedBySender != framedByReceiver) {
            found.accept(pair.finding(
                    SystemRule.SYSTEM_KEY,
                    Severity.ERROR,
                    "bindings",
                    pair.receiver() + " reads keys of " + pair.received().name() + " " + word(framedByReceiver) + ", "
                            + pair.sender() + " writes them " + word(framedBySender)));
        } else if (!from.isEmpty() && !to.isEmpty() && !alike(from, to)) {
            found.accept(pair.finding(
                    SystemRule.SYSTEM_KEY,
                    Severity.ERROR,
                    "bindings",
                    pair.receiver() + " reads the key of " + pair.received().name() + " as " + to + ", " + pair.sender()
                            + " writes " + from));
        } else if (sent instanceof MessageSchema.Avro writer && received instanceof MessageSchema.Avro reader) {
            avro(pair, writer, reader, found);
        }
    }

    private static void avro(
            MessagePair pair, MessageSchema.Avro writer, MessageSchema.Avro reader, Consumer<LandscapeFinding> found) {
        if (writer.schema().equals(reader.schema())) {
            return;
        }
        // A bare key has no schema id: nobody knows what it was written with.
        boolean framed = pair.link().sender().channel().extension().keys() == Keys.FRAMED;
        boolean readable =
                framed && AvroReader.judge(reader.schema(), writer.schema()).compatible();
        if (!readable) {
            found.accept(pair.finding(
                    SystemRule.SYSTEM_KEY,
                    Severity.ERROR,
                    "bindings",
                    pair.receiver() + (framed ? " cannot read" : " reads, without a schema id,") + " the key of "
                            + pair.received().name() + " with another schema than " + pair.sender() + " writes it"));
        }
    }

    private static void absent(MessagePair pair, Consumer<LandscapeFinding> found) {
        var topic = pair.link().receiver().channel().kafka();
        boolean compacted = topic != null && topic.compacted();
        found.accept(pair.finding(
                SystemRule.SYSTEM_KEY_ABSENT,
                compacted ? Severity.ERROR : Severity.WARNING,
                "bindings",
                pair.receiver() + " reads a key of " + pair.received().name() + ", " + pair.sender() + " declares none"
                        + (compacted ? ", and the topic is compacted" : "")));
    }

    private static boolean alike(String one, String other) {
        return one.equals(other)
                || (INTEGERS.contains(one) && INTEGERS.contains(other) && (one + other).contains("integer"))
                || (NUMBERS.contains(one) && NUMBERS.contains(other) && (one + other).contains("number"));
    }

    private static String word(Keys keys) {
        return keys == Keys.FRAMED ? "framed with a schema id" : "bare";
    }
}
