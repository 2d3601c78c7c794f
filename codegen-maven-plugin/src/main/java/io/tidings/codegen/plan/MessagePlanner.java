package io.tidings.codegen.plan;

import io.tidings.asyncapi.diagnostic.Diagnostic;
import io.tidings.asyncapi.model.AsyncApiDocument;
import io.tidings.asyncapi.model.Message;
import io.tidings.asyncapi.model.MessageSchema;
import io.tidings.asyncapi.source.Location;
import io.tidings.codegen.plan.NameScope.Claimant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.apache.avro.Schema;

/** Plans the kinds of message: those whose payload is an Avro record. */
final class MessagePlanner {

    /** As frameworks that document Java code name their messages: the class says it all. */
    private static final Pattern QUALIFIED_CLASS = Pattern.compile("(?:[a-z][\\w$]*\\.)+([A-Z]\\w*)");

    private final Map<Kind, MessagePlan> byKind = new LinkedHashMap<>();
    private final Set<Location> leftOut = new HashSet<>();
    private final JavaName owner;
    private final AvroTypes avroTypes;
    private final MessagePlaces places;
    private final HeadersPlanner headers;
    private final NameScope names;
    private final NameScope constants;
    private final List<Diagnostic> diagnostics;

    /** What makes a kind: messages of several channels, or one message reached by several references, may be one kind. */
    private record Kind(String name, String payload) {}

    private MessagePlanner(
            JavaName owner,
            AvroTypes avroTypes,
            MessagePlaces places,
            HeadersPlanner headers,
            List<Diagnostic> diagnostics) {
        this.owner = owner;
        this.avroTypes = avroTypes;
        this.places = places;
        this.headers = headers;
        this.diagnostics = diagnostics;
        this.names = new NameScope(diagnostics);
        this.constants = new NameScope(diagnostics);
        names.reserve("Unknown", "the variant for messages that the document does not know");
    }

    static MessagePlanner plan(
            AsyncApiDocument document,
            JavaName owner,
            AvroTypes avroTypes,
            NameScope classes,
            List<Diagnostic> diagnostics) {
        MessagePlanner planner = new MessagePlanner(
                owner,
                avroTypes,
                MessagePlaces.of(document, diagnostics),
                new HeadersPlanner(owner.packageName(), classes, diagnostics),
                diagnostics);
        document.channels()
                .values()
                .forEach(channel -> channel.messages().values().forEach(planner::plan));
        return planner;
    }

    /** A message's plan, if its payload can be generated. */
    Optional<MessagePlan> of(Message message) {
        return record(message).map(schema -> byKind.get(new Kind(message.name(), schema.getFullName())));
    }

    List<MessagePlan> planned() {
        return new ArrayList<>(byKind.values());
    }

    private void plan(Message message) {
        Optional<Schema> schema = record(message);
        if (schema.isEmpty()) {
            leaveOut(message);
            return;
        }
        Kind kind = new Kind(message.name(), schema.get().getFullName());
        if (!byKind.containsKey(kind)) {
            byKind.put(kind, plan(message, schema.get()));
        }
    }

    private MessagePlan plan(Message message, Schema schema) {
        String written = message.codeName() != null ? message.codeName() : simple(message.name());
        JavaWords words = JavaWords.of(written);
        Claimant claimant = new Claimant("message '" + message.name() + "'", written, message);
        String codeName = names.claim(words.pascal(), claimant);
        Map<String, String> marks = headers.constants(message);
        PlacePlan correlationId = places.correlationId(message, marks).orElse(null);
        PlacePlan replyTo = places.replyTo(message, marks, correlationId).orElse(null);
        return new MessagePlan(
                new ConstantName(owner, constant(words, codeName, claimant)),
                codeName,
                message.name(),
                headers.typeName(message).orElse(message.name()),
                avroTypes.javaName(schema),
                avroTypes.textBesideClass(schema),
                SchemaIdPlace.of(message, diagnostics),
                correlationId,
                replyTo,
                marks,
                headers.plan(message, codeName, MessagePlaces.headers(correlationId, replyTo))
                        .orElse(null),
                Documentation.of(message.title(), message.summary(), message.description()));
    }

    /** With the number that the name has got. */
    private String constant(JavaWords words, String codeName, Claimant claimant) {
        String number = codeName.startsWith(words.pascal())
                ? codeName.substring(words.pascal().length())
                : "";
        return constants.follow(
                words.constant() + (number.isEmpty() || number.startsWith("_") ? "" : "_") + number,
                List.of(""),
                claimant);
    }

    private static String simple(String name) {
        var qualified = QUALIFIED_CLASS.matcher(name);
        return qualified.matches() ? qualified.group(1) : name;
    }

    private static Optional<Schema> record(Message message) {
        return message.payload() instanceof MessageSchema.Avro avro
                        && avro.schema().getType() == Schema.Type.RECORD
                ? Optional.of(avro.schema())
                : Optional.empty();
    }

    private void leaveOut(Message message) {
        if (leftOut.add(message.location())) {
            diagnostics.add(Diagnostic.warning(
                    "codegen-message-not-generated",
                    "Message '" + message.name() + "' is not generated: " + why(message.payload())
                            + ", and clients are typed by Avro records",
                    message.payload() == null
                            ? message.location()
                            : message.payload().location(),
                    message.pointer(),
                    "Describe its payload with 'schemaFormat: application/vnd.apache.avro;version=1.12.0' and an Avro"
                            + " record."));
        }
    }

    private static String why(@org.jspecify.annotations.Nullable MessageSchema payload) {
        if (payload == null) {
            return "it has no payload";
        }
        if (payload instanceof MessageSchema.Avro avro) {
            return "its payload is an Avro " + avro.schema().getType().getName();
        }
        return (payload instanceof MessageSchema.Json
                        ? "its payload is a JSON Schema"
                        : "its payload is no Avro schema")
                + " (" + payload.schemaFormat() + ")";
    }
}
