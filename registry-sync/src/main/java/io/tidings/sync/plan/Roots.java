package io.tidings.sync.plan;

import io.tidings.asyncapi.diagnostic.Diagnostic;
import io.tidings.asyncapi.model.Action;
import io.tidings.asyncapi.model.AsyncApiDocument;
import io.tidings.asyncapi.model.Channel;
import io.tidings.asyncapi.model.Message;
import io.tidings.asyncapi.model.MessageSchema;
import io.tidings.asyncapi.model.Operation;
import io.tidings.asyncapi.model.Reply;
import io.tidings.asyncapi.source.Location;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.avro.Schema;
import org.jspecify.annotations.Nullable;

/** Finds the schemas that messages are written with, and their subjects. */
final class Roots {
    /** They travel bare: in the Confluent framing, a key's bytes, and so its partition, would change with its schema. */
    private static final Set<Schema.Type> BARE_KEYS = Set.of(
            Schema.Type.STRING,
            Schema.Type.BYTES,
            Schema.Type.INT,
            Schema.Type.LONG,
            Schema.Type.FLOAT,
            Schema.Type.DOUBLE,
            Schema.Type.BOOLEAN,
            Schema.Type.NULL);

    private final PlanSettings settings;
    private final List<Remark> remarks;
    /** Whether kinds of messages that share a subject, named after their topic, are told apart by their names. */
    private final boolean apart;

    private final Map<String, Root> bySubject = new LinkedHashMap<>();

    private Roots(PlanSettings settings, List<Remark> remarks, boolean apart) {
        this.settings = settings;
        this.remarks = remarks;
        this.apart = apart;
    }

    static List<Root> of(List<AsyncApiDocument> documents, PlanSettings settings, List<Remark> remarks) {
        Roots roots = new Roots(settings, remarks, false);
        documents.forEach(roots::document);
        return List.copyOf(roots.bySubject.values());
    }

    /** Those of all messages of a document, whoever sends them, and whether or not an operation says so. */
    static List<Root> ofMessages(AsyncApiDocument document, PlanSettings settings, List<Remark> remarks) {
        Roots roots = new Roots(settings, remarks, true);
        document.channels()
                .values()
                .forEach(channel ->
                        channel.messages().values().forEach(message -> roots.message(document, channel, message)));
        return List.copyOf(roots.bySubject.values());
    }

    /** Each with all it needs in its own text. */
    static List<PlannedSchema> whole(List<Root> roots) {
        return roots.stream()
                .map(root -> new PlannedSchema(root.subject(), root.schema(), List.of(), root.uses()))
                .toList();
    }

    private void document(AsyncApiDocument document) {
        for (Operation operation : document.operations().values()) {
            if (settings.all() || operation.action() == Action.SEND) {
                operation.messages().forEach(message -> message(document, operation.channel(), message));
            }
            Reply reply = operation.reply();
            if (reply != null && (settings.all() || operation.action() == Action.RECEIVE)) {
                reply.messages().forEach(message -> message(document, reply.channel(), message));
            }
        }
    }

    private void message(AsyncApiDocument document, @Nullable Channel channel, Message message) {
        MessageSchema payload = message.payload();
        if (payload instanceof MessageSchema.Avro avro) {
            add(new Spot(document.file(), channel, message, Part.PAYLOAD, avro));
        } else if (payload != null) {
            say(
                    document.file(),
                    RegisterCode.REGISTER_NOT_AVRO.at(
                            payload.location(),
                            pointer(message, payload.location()),
                            "the payload of message '" + message.name() + "' is no Avro schema and is not registered",
                            null));
        }
        if (message.kafkaKey() instanceof MessageSchema.Avro key
                && !BARE_KEYS.contains(key.schema().getType())) {
            add(new Spot(document.file(), channel, message, Part.KEY, key));
        }
    }

    /** A part of a message, and the channel it travels on; null where the channel is known at run time only. */
    private record Spot(
            String document, @Nullable Channel channel, Message message, Part part, MessageSchema.Avro avro) {

        String what() {
            return part.label() + " of message '" + message.name() + "'"
                    + (channel == null ? "" : " on channel '" + channel.name() + "'");
        }

        SchemaUse use() {
            String key = channel == null ? null : channel.name();
            SchemaUse.MessagePart of = new SchemaUse.MessagePart(key, message.key(), part);
            return new SchemaUse(document, what(), avro.location(), pointer(message, avro.location()), of);
        }

        Diagnostic say(RegisterCode code, String message, @Nullable String hint) {
            SchemaUse use = use();
            return code.at(use.location(), use.pointer(), message, hint);
        }
    }

    private void add(Spot spot) {
        SubjectStrategy strategy = strategy(spot);
        if (strategy == null || !fits(spot, strategy)) {
            return;
        }
        String topic = spot.channel() == null ? null : spot.channel().topic();
        Schema schema = spot.avro().schema();
        String name = schema.getType() == Schema.Type.RECORD ? schema.getFullName() : "";
        String subject = strategy.subject(topic == null ? "" : topic, spot.part(), name);
        String key = key(subject, name);
        Root known = bySubject.get(key);
        SchemaUse use = spot.use();
        if (known == null) {
            bySubject.put(key, new Root(subject, spot.avro(), use));
        } else if (known.says(schema)) {
            if (!known.uses().contains(use)) {
                known.uses().add(use);
            }
        } else {
            conflict(spot, known, strategy);
        }
    }

    /** A subject; of several records in one, each but the first by itself. */
    private String key(String subject, String name) {
        Root first = bySubject.get(subject);
        boolean other = apart
                && first != null
                && !name.isEmpty()
                && !name.equals(first.schema().getFullName());
        return other ? subject + " " + name : subject;
    }

    private void conflict(Spot spot, Root known, SubjectStrategy strategy) {
        SchemaUse first = known.uses().get(0);
        String hint = strategy == SubjectStrategy.TOPIC
                ? "choose the strategy topic-record, so that each kind of message evolves by itself"
                : "give one of the records another name or namespace, or define it once";
        say(
                spot.document(),
                spot.say(
                                RegisterCode.REGISTER_SUBJECT_CONFLICT,
                                "the subject '" + known.subject() + "' would get two schemas: the " + first.what()
                                        + ", and the " + spot.what(),
                                hint)
                        .withRelated(first.location(), "the other"));
    }

    /** What was asked for, or else what the document says, or else what clients do. */
    private @Nullable SubjectStrategy strategy(Spot spot) {
        SubjectStrategy asked = settings.of(spot.part());
        if (asked != null) {
            return asked;
        }
        String written = written(spot);
        if (written == null) {
            return spot.part() == Part.KEY ? SubjectStrategy.TOPIC : SubjectStrategy.TOPIC_RECORD;
        }
        SubjectStrategy named = SubjectStrategy.named(written).orElse(null);
        if (named == null) {
            say(
                    spot.document(),
                    spot.say(
                            RegisterCode.REGISTER_STRATEGY_UNKNOWN,
                            "the " + spot.what() + " is to be found by the strategy '" + written
                                    + "', which is not known here",
                            "say which of topic, record and topic-record does the same"));
        }
        return named;
    }

    private static @Nullable String written(Spot spot) {
        Channel channel = spot.channel();
        String ofMessage = spot.part() == Part.PAYLOAD ? spot.message().schemaLookupStrategy() : null;
        if (ofMessage != null || channel == null || channel.kafka() == null) {
            return ofMessage;
        }
        return channel.kafka()
                .topicConfiguration()
                .get("confluent." + spot.part().suffix() + ".subject.name.strategy");
    }

    private boolean fits(Spot spot, SubjectStrategy strategy) {
        Channel channel = spot.channel();
        String topic = channel == null ? null : channel.topic();
        if (strategy.needsTopic() && (topic == null || topic.indexOf('{') >= 0)) {
            say(
                    spot.document(),
                    spot.say(
                                    RegisterCode.REGISTER_TOPIC_UNKNOWN,
                                    "the " + spot.what() + " is not registered: "
                                            + (topic == null
                                                    ? "its topic is known at run time only"
                                                    : "'" + topic + "' has parameters and is no topic"),
                                    "set 'bindings.kafka.topic' of the channel, or choose the strategy record")
                            .withRelated(
                                    channel == null ? spot.message().location() : channel.locationOf("address"),
                                    channel == null ? "the message" : "the channel"));
            return false;
        }
        if (strategy.needsRecord() && spot.avro().schema().getType() != Schema.Type.RECORD) {
            say(
                    spot.document(),
                    spot.say(
                            RegisterCode.REGISTER_NOT_A_RECORD,
                            "the " + spot.what() + " is not registered: it is an Avro "
                                    + spot.avro().schema().getType().getName() + ", and the strategy "
                                    + strategy.label() + " names subjects after records",
                            "make it a record, or choose the strategy topic"));
            return false;
        }
        return true;
    }

    private void say(String document, Diagnostic diagnostic) {
        remarks.add(new Remark(document, diagnostic));
    }

    private static String pointer(Message message, Location place) {
        return place.file().equals(message.location().file()) ? message.pointer() : "";
    }
}
