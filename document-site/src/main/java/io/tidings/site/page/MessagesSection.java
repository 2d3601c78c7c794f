package io.tidings.site.page;

import io.tidings.asyncapi.model.Channel;
import io.tidings.asyncapi.model.Message;
import io.tidings.asyncapi.model.MessageSchema;
import io.tidings.site.html.Element;
import io.tidings.site.html.Html;
import io.tidings.site.html.Prose;
import io.tidings.site.schema.Shapes;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What is sent: payload, headers and key, field by field. */
final class MessagesSection {
    static final String ID = "messages";

    private MessagesSection() {}

    static Html of(Described page) {
        return Parts.section(
                ID,
                "Messages",
                page.messages().stream().map(message -> card(page, message)).toList());
    }

    private static Html card(Described page, Message message) {
        String id = page.id(message);
        return Parts.card(id)
                .add(
                        Parts.heading("h3", id, message.title() == null ? message.name() : message.title()),
                        Parts.prose(message.summary(), message.description()),
                        facts(page, message),
                        schema(page, message.payload(), "payload", "Payload", id),
                        schema(page, message.headers(), "headers", "Headers", id),
                        schema(page, message.kafkaKey(), "key", "Key", id),
                        MessageExamples.of(page, message),
                        Bindings.of(message.node(), page),
                        Parts.tags(message.node(), page.links()));
    }

    private static Html facts(Described page, Message message) {
        Element facts = Parts.facts();
        if (message.title() != null) {
            Parts.fact(facts, "Name", Parts.code(message.name()));
        }
        List<Channel> channels = page.channelsOf(message);
        if (!channels.isEmpty()) {
            Parts.fact(
                    facts,
                    channels.size() > 1 ? "Channels" : "Channel",
                    Parts.commas(channels.stream().map(page::link).toList()));
        }
        if (message.contentType() != null) {
            Parts.fact(facts, "Content type", Parts.code(message.contentType()));
        }
        if (message.correlationIdLocation() != null) {
            Html description = page.links()
                    .object(message.node(), "correlationId")
                    .map(node -> Prose.of(node.string("description").orElse(null)))
                    .orElse(Html.NONE);
            Parts.fact(
                    facts,
                    "Correlation id",
                    Html.all(Html.text("stands in "), Parts.code(message.correlationIdLocation()), description));
        }
        return facts.isEmpty() ? Html.NONE : facts;
    }

    private static Html schema(
            Described page, @Nullable MessageSchema schema, String kind, String title, String message) {
        if (schema == null) {
            return Html.NONE;
        }
        // The fields of the payload are what people link to: their ids are the shortest.
        String owner = kind.equals("payload") ? message : message + "-" + kind;
        String id = page.id(message, kind, schema);
        String format = family(schema);
        Element heading = Html.tag("h4").id(id).text(title);
        if (!format.isEmpty()) {
            heading.add(Parts.badge("family", format));
        }
        return Html.tag("div")
                .style("of-" + kind)
                .add(heading, new FieldList(page, owner).whole(Shapes.of(schema, page.links())));
    }

    private static String family(MessageSchema schema) {
        if (schema instanceof MessageSchema.Avro) {
            return "Avro";
        }
        return schema instanceof MessageSchema.Json ? "JSON Schema" : "";
    }
}
