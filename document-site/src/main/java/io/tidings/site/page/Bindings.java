package io.tidings.site.page;

import io.tidings.asyncapi.model.Links;
import io.tidings.asyncapi.source.Node;
import io.tidings.asyncapi.source.Node.Member;
import io.tidings.asyncapi.source.Node.ObjectNode;
import io.tidings.site.html.Element;
import io.tidings.site.html.Html;
import io.tidings.site.schema.Json;
import io.tidings.site.schema.Shapes;
import java.util.Set;

/** What a document says for one protocol, as names and values; Kafka's settings with a word on what they mean. */
final class Bindings {
    /** What is shown elsewhere. */
    private static final Set<String> SHOWN = Set.of("bindingVersion", "key", "schemaRegistryUrl");

    /** Names that are no text but a schema of texts. */
    private static final Set<String> SCHEMAS = Set.of("groupId", "clientId", "query", "headers");

    private Bindings() {}

    static Html of(ObjectNode holder, Described page) {
        Links links = page.links();
        ObjectNode bindings = links.object(holder, "bindings").orElse(null);
        if (bindings == null) {
            return Html.NONE;
        }
        return Html.all(bindings.members().values().stream()
                .filter(member -> links.follow(member.value()) instanceof ObjectNode)
                .map(member -> protocol(member.name(), (ObjectNode) links.follow(member.value()), page)));
    }

    private static Html protocol(String protocol, ObjectNode binding, Described page) {
        Element facts = Parts.facts();
        binding.members().values().stream()
                .filter(member -> !SHOWN.contains(member.name()))
                .forEach(member -> add(facts, member, page));
        return facts.isEmpty()
                ? Html.NONE
                : Html.tag("div")
                        .style("binding")
                        .add(Html.tag("h4").text(protocol.equals("kafka") ? "Kafka" : protocol), facts);
    }

    private static void add(Element facts, Member member, Described page) {
        Node value = page.links().follow(member.value());
        if (value instanceof ObjectNode object && member.name().equals("topicConfiguration")) {
            object.members().values().forEach(inner -> add(facts, inner, page));
        } else if (value instanceof ObjectNode schema && SCHEMAS.contains(member.name())) {
            Html shape = new FieldList(page, "binding").whole(Shapes.of(schema, page.links()));
            Parts.fact(facts, member.name(), shape);
        } else {
            String text = Json.text(value);
            Html meaning = KafkaWords.of(member.name(), text)
                    .map(words -> (Html) Html.tag("span").style("quiet").text(" " + words))
                    .orElse(Html.NONE);
            Parts.fact(facts, member.name(), Html.all(Parts.code(text), meaning));
        }
    }
}
