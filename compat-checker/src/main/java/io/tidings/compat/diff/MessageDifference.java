package io.tidings.compat.diff;

import io.tidings.asyncapi.model.Message;
import io.tidings.asyncapi.model.MessageSchema;
import io.tidings.asyncapi.model.MessageSchema.Avro;
import io.tidings.asyncapi.model.MessageSchema.Json;
import io.tidings.asyncapi.model.MessageSchema.Other;
import io.tidings.asyncapi.source.Node;
import io.tidings.compat.avro.AvroReader;
import io.tidings.compat.avro.ReadVerdict;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Compares a message with itself in the other document. */
final class MessageDifference {

    private static final String NOTHING = "nothing";

    private final Comparison comparison;
    private final DocumentDifference common;
    private final HeaderDifference headers;
    private final MessageBindings bindings;

    MessageDifference(Comparison comparison) {
        this.comparison = comparison;
        this.common = new DocumentDifference(comparison);
        this.headers = new HeaderDifference(comparison);
        this.bindings = new MessageBindings(comparison);
    }

    /**
     * Compares all of it.
     *
     * @param framed whether keys carry the id of their schema, which any other text of it changes
     */
    void compare(Scope scope, Message was, Message is, boolean framed) {
        At at = At.of(scope, was.location(), is.location());
        if (!was.key().equals(is.key())) {
            comparison.found(new MessageChange.KeyRenamed(at, was.key(), is.key()));
        } else if (!was.name().equals(is.name())) {
            comparison.found(new DocumentChange.Documentation(at, "name of message \"" + is.key() + "\""));
        }
        contentType(scope, was, is);
        if (!Objects.equals(was.correlationIdLocation(), is.correlationIdLocation())) {
            comparison.found(new MessageChange.CorrelationIdChanged(
                    At.of(scope, was.locationOf("correlationId"), is.locationOf("correlationId")),
                    Objects.requireNonNullElse(was.correlationIdLocation(), NOTHING),
                    Objects.requireNonNullElse(is.correlationIdLocation(), NOTHING)));
        } else if (!comparison
                .base()
                .value(was, "correlationId")
                .equals(comparison.head().value(is, "correlationId"))) {
            comparison.found(new DocumentChange.Documentation(
                    At.of(scope, was.locationOf("correlationId"), is.locationOf("correlationId")),
                    "correlationId of message \"" + is.name() + "\""));
        }
        bindings.compare(scope, was, is, framed);
        common.generatedName(
                scope,
                was,
                is,
                "message \"" + is.name() + "\"",
                name(comparison.base(), was),
                name(comparison.head(), is));
        headers.compare(scope, was, is);
        payload(scope, was, is);
        common.documentation(scope, was, is, "message \"" + is.name() + "\"");
    }

    private static @Nullable String name(Side side, Message message) {
        return side.value(message, "x-tidings") instanceof Map<?, ?> written
                        && written.get("name") instanceof String name
                ? name
                : null;
    }

    private void contentType(Scope scope, Message was, Message is) {
        String before = contentType(comparison.base(), was);
        String now = contentType(comparison.head(), is);
        if (before.equals(now)) {
            return;
        }
        At at = At.of(scope, was.locationOf("contentType"), is.locationOf("contentType"));
        boolean stated = !before.isEmpty() && !now.isEmpty();
        comparison.found(
                stated && !mediaType(before).equals(mediaType(now))
                        ? new MessageChange.ContentTypeChanged(at, before, now)
                        : new DocumentChange.Documentation(at, "contentType of message \"" + is.name() + "\""));
    }

    /** The version of what the schema is written in. */
    private static String parameters(String schemaFormat) {
        int start = schemaFormat.indexOf(';');
        return start < 0 ? "" : schemaFormat.substring(start).replace(" ", "");
    }

    private static String contentType(Side side, Message message) {
        String own = message.contentType();
        String fallback = side.document().defaultContentType();
        return own != null ? own : fallback == null ? "" : fallback;
    }

    /** Without its parameters: a version alone is no other type. */
    private static String mediaType(String contentType) {
        return contentType.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
    }

    private void payload(Scope scope, Message was, Message is) {
        MessageSchema before = was.payload();
        MessageSchema now = is.payload();
        At at = At.of(
                scope,
                before == null ? was.location() : before.location(),
                now == null ? is.location() : now.location());
        if (!family(before).equals(family(now))) {
            comparison.found(new MessageChange.SchemaFamilyChanged(at, family(before), family(now)));
        } else if (before instanceof Avro from && now instanceof Avro to) {
            avro(scope, at, from, to);
            if (!parameters(from.schemaFormat()).equals(parameters(to.schemaFormat()))) {
                comparison.found(new DocumentChange.Documentation(at, "schemaFormat of message \"" + is.name() + "\""));
            }
        } else if (before instanceof Json from && now instanceof Json to) {
            new JsonWalk(scope, comparison.json(), comparison::found)
                    .payload(
                            at,
                            comparison.base().schema(from),
                            comparison.head().schema(to));
        } else if (before instanceof Other from && now instanceof Other to) {
            text(at, from.node(), to.node(), from.schemaFormat());
        }
    }

    private void avro(Scope scope, At at, Avro from, Avro to) {
        if (from.schema().equals(to.schema())
                && from.schema().toString().equals(to.schema().toString())) {
            return;
        }
        List<Change> changes = new ArrayList<>();
        new AvroDifference(scope, from, to, changes::add).compare();
        ReadVerdict forward = AvroReader.judge(from.schema(), to.schema());
        ReadVerdict backward = AvroReader.judge(to.schema(), from.schema());
        // Members of the text in another order change nothing that anyone sees.
        if (!changes.isEmpty() || !forward.compatible() || !backward.compatible()) {
            comparison.found(new MessageChange.PayloadChanged(at, forward, backward));
        }
        changes.forEach(comparison::found);
    }

    private void text(At at, Node from, Node to, String language) {
        Object before = comparison.base().value(from);
        Object now = comparison.head().value(to);
        if (before.equals(now)) {
            return;
        }
        comparison.found(
                JsonSchemaText.constraints(before).equals(JsonSchemaText.constraints(now))
                        ? new DocumentChange.Documentation(at, "the payload's schema")
                        : new MessageChange.PayloadUndecided(at, language, "", true, true));
    }

    private static String family(@Nullable MessageSchema schema) {
        if (schema == null) {
            return NOTHING;
        }
        if (schema instanceof Avro) {
            return "Avro";
        }
        return schema instanceof Json ? "JSON Schema" : mediaType(schema.schemaFormat());
    }
}
