package io.tidings.compat.landscape;

import io.tidings.asyncapi.diagnostic.Severity;
import io.tidings.asyncapi.model.Message;
import io.tidings.asyncapi.model.MessageSchema;
import io.tidings.asyncapi.model.MessageSchema.Avro;
import io.tidings.asyncapi.model.MessageSchema.Json;
import io.tidings.asyncapi.model.MessageSchema.Other;
import io.tidings.asyncapi.source.Node;
import io.tidings.compat.avro.AvroReader;
import io.tidings.compat.avro.ReadFinding;
import io.tidings.compat.avro.ReadRule;
import io.tidings.compat.avro.ReadVerdict;
import io.tidings.compat.json.JsonReader;
import io.tidings.compat.json.JsonSchemas;
import io.tidings.compat.json.JsonValue;
import io.tidings.compat.json.JsonVerdict;
import java.util.function.Consumer;

/** Whether the receiver can read the payload that the sender writes. */
final class PayloadRule implements MessageRule {

    /** So much of a value is shown, in letters. */
    private static final int LONGEST = 120;

    @Override
    public void check(MessagePair pair, Consumer<LandscapeFinding> found) {
        MessageSchema writer = pair.sent().payload();
        MessageSchema reader = pair.received().payload();
        if (writer == null || reader == null) {
            return; // who describes no payload promises nothing, and expects nothing
        }
        String sent = family(writer);
        String received = family(reader);
        if (!sent.equals(received)) {
            found.accept(pair.finding(
                    SystemRule.SYSTEM_SCHEMA_FORMAT,
                    Severity.ERROR,
                    "payload",
                    pair.receiver() + " describes " + pair.received().name() + " in " + received + ", " + pair.sender()
                            + " in " + sent));
        } else if (writer instanceof Avro from && reader instanceof Avro to) {
            avro(pair, from, to, found);
        } else if (writer instanceof Json from && reader instanceof Json to) {
            json(pair, from, to, found);
        } else if (!text(pair.link().sender(), writer).equals(text(pair.link().receiver(), reader))) {
            found.accept(pair.finding(
                    SystemRule.SYSTEM_UNDECIDED,
                    Severity.INFO,
                    "payload",
                    "the " + sent + " of " + pair.received().name() + " differs between " + pair.sender()
                            + ", which sends it, and " + pair.receiver()));
        }
    }

    private static void json(MessagePair pair, Json writer, Json reader, Consumer<LandscapeFinding> found) {
        Service sends = pair.link().sender().service();
        Service receives = pair.link().receiver().service();
        JsonVerdict verdict = new JsonReader()
                .judge(
                        new JsonSchemas(receives.document().links()).of(reader),
                        new JsonSchemas(sends.document().links()).of(writer));
        if (verdict instanceof JsonVerdict.Unreadable unreadable) {
            found.accept(pair.finding(
                    SystemRule.SYSTEM_UNREADABLE,
                    Severity.ERROR,
                    "payload",
                    pair.receiver() + " refuses some " + pair.received().name() + " from " + pair.sender()
                            + ", such as " + JsonValue.text(unreadable.witness(), LONGEST)));
        } else if (verdict instanceof JsonVerdict.Undecided undecided) {
            found.accept(pair.finding(
                    SystemRule.SYSTEM_UNDECIDED,
                    Severity.INFO,
                    "payload",
                    "whether " + pair.receiver() + " takes each "
                            + pair.received().name() + " from " + pair.sender() + " hangs on '" + undecided.keyword()
                            + "', which is not decided"));
        }
    }

    private static void avro(MessagePair pair, Avro writer, Avro reader, Consumer<LandscapeFinding> found) {
        if (writer.schema().equals(reader.schema())) {
            return;
        }
        ReadVerdict verdict = AvroReader.judge(reader.schema(), writer.schema());
        for (ReadFinding finding : verdict.findings()) {
            found.accept(finding(pair, writer, reader, finding));
        }
    }

    private static LandscapeFinding finding(MessagePair pair, Avro writer, Avro reader, ReadFinding finding) {
        boolean unreadable = finding.rule().weight() == ReadRule.Weight.UNREADABLE;
        boolean warning = finding.rule().weight() == ReadRule.Weight.WARNING;
        String what = unreadable ? " cannot read " : warning ? " may lose something of " : " misreads ";
        SystemRule rule = unreadable
                ? SystemRule.SYSTEM_UNREADABLE
                : warning ? SystemRule.SYSTEM_LOSSY : SystemRule.SYSTEM_MISREAD;
        String path = finding.path().equals("$") ? "" : " at " + finding.path();
        return LandscapeFinding.of(
                        rule,
                        rule.severity(),
                        pair.link(),
                        pair.receiver() + what + pair.received().name() + " from " + pair.sender() + path + ": "
                                + finding.message())
                .about(pair.received().name(), finding.path())
                .at(
                        pair.link().receiver().service(),
                        AvroPath.in(reader, finding.path()).place(),
                        "read here")
                .at(
                        pair.link().sender().service(),
                        AvroPath.in(writer, finding.writerPath()).place(),
                        "written here");
    }

    private static String text(Use use, MessageSchema schema) {
        Node node = schema instanceof Json json ? json.node() : ((Other) schema).node();
        return JsonText.of(use.service().document(), node);
    }

    private static String family(MessageSchema schema) {
        if (schema instanceof Avro) {
            return "Avro";
        }
        return schema instanceof Json ? "JSON Schema" : schema.schemaFormat().split(";", 2)[0];
    }

    /** Whether two services mean the same by a message, as far as its payload goes. */
    static boolean same(Message one, Message other) {
        return one.payload() instanceof Avro from
                && other.payload() instanceof Avro to
                && from.schema().equals(to.schema());
    }
}
