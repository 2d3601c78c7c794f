package io.tidings.codegen.plan;

import io.tidings.asyncapi.diagnostic.Diagnostic;
import io.tidings.asyncapi.model.Message;
import io.tidings.asyncapi.model.MessageSchema;
import io.tidings.asyncapi.source.Location;
import io.tidings.asyncapi.source.Pointers;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.avro.Schema;

/**
 * Finds out where a runtime expression (AsyncAPI 3.0, "Runtime Expression") points. Where Kafka cannot carry the value there, a
 * diagnostic says so, and Tidings' own header is used.
 */
final class PlacePlanner {

    private static final String HEADER = "$message.header#/";
    private static final String PAYLOAD = "$message.payload#/";

    private final List<Diagnostic> diagnostics;

    PlacePlanner(List<Diagnostic> diagnostics) {
        this.diagnostics = diagnostics;
    }

    /**
     * The place, if a client can use it.
     *
     * @param marks headers that always say the same
     * @param what the value is: {@code correlation id}
     * @param ownHeader where Tidings carries it where the document does not say
     */
    Optional<PlacePlan> of(
            Message message,
            String expression,
            Map<String, String> marks,
            String what,
            String ownHeader,
            Location location) {
        Optional<String> refusal;
        PlacePlan place;
        if (expression.startsWith(HEADER)) {
            List<String> tokens = tokens(expression, HEADER);
            place = new PlacePlan.Header(tokens.get(0));
            refusal = header(tokens, marks, ownHeader);
            if (tokens.equals(List.of(ownHeader))) {
                return Optional.empty();
            }
        } else if (expression.startsWith(PAYLOAD)) {
            List<String> tokens = tokens(expression, PAYLOAD);
            place = new PlacePlan.Field(tokens);
            refusal = message.payload() instanceof MessageSchema.Avro avro
                    ? field(avro.schema(), tokens)
                    : Optional.of("the payload is no Avro record");
        } else {
            place = new PlacePlan.Header(ownHeader);
            refusal = Optional.of("it names no single header or field");
        }
        refusal.ifPresent(why -> diagnostics.add(Diagnostic.warning(
                "codegen-location-not-used",
                "The " + what + " of message '" + message.name() + "' cannot be carried at '" + expression + "': " + why
                        + ". It travels in the header '" + ownHeader + "'",
                location,
                message.pointer(),
                "Point to a header of one name, or to a field of an Avro record that is a string, a UUID or a whole"
                        + " number.")));
        return refusal.isPresent() ? Optional.empty() : Optional.of(place);
    }

    private static List<String> tokens(String expression, String source) {
        return Pointers.tokens(expression.substring(source.length() - 1));
    }

    private static Optional<String> header(List<String> tokens, Map<String, String> marks, String ownHeader) {
        if (tokens.size() > 1) {
            return Optional.of("Kafka's headers hold no objects");
        }
        String mark = marks.get(tokens.get(0));
        if (mark != null) {
            return Optional.of("that header always says '" + mark + "'");
        }
        return OwnHeaders.contains(tokens.get(0)) && !tokens.get(0).equals(ownHeader)
                ? Optional.of("that header says something else")
                : Optional.empty();
    }

    private static Optional<String> field(Schema payload, List<String> tokens) {
        Schema schema = payload;
        for (String token : tokens) {
            schema = notNull(schema);
            if (schema.getType() == Schema.Type.MAP) {
                schema = schema.getValueType();
            } else if (schema.getType() != Schema.Type.RECORD) {
                return Optional.of("'" + token + "' would stand in an Avro "
                        + schema.getType().getName());
            } else if (schema.getField(token) == null) {
                return Optional.of("record '" + schema.getFullName() + "' has no field '" + token + "'");
            } else {
                schema = schema.getField(token).schema();
            }
        }
        Schema leaf = notNull(schema);
        String logical = leaf.getProp("logicalType");
        boolean text = switch (leaf.getType()) {
            case STRING -> logical == null || logical.equals("uuid");
            case INT, LONG -> logical == null;
            case ENUM -> true;
            default -> false;
        };
        return text
                ? Optional.empty()
                : Optional.of("it is an Avro " + leaf.getType().getName()
                        + (logical == null ? "" : " of logical type '" + logical + "'"));
    }

    private static Schema notNull(Schema schema) {
        if (schema.getType() != Schema.Type.UNION) {
            return schema;
        }
        List<Schema> branches = schema.getTypes().stream()
                .filter(branch -> branch.getType() != Schema.Type.NULL)
                .toList();
        return branches.size() == 1 ? branches.get(0) : schema;
    }
}
