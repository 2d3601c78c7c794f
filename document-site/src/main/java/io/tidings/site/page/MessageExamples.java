package io.tidings.site.page;

import io.tidings.asyncapi.model.Message;
import io.tidings.asyncapi.source.Node;
import io.tidings.asyncapi.source.Node.ArrayNode;
import io.tidings.asyncapi.source.Node.ObjectNode;
import io.tidings.site.example.Examples;
import io.tidings.site.html.Element;
import io.tidings.site.html.Html;
import java.util.ArrayList;
import java.util.List;

/** The examples of a message, which fit its schemas since the document is valid; or one that was made up. */
final class MessageExamples {
    private MessageExamples() {}

    static Html of(Described page, Message message) {
        List<Html> shown = new ArrayList<>();
        for (Node item : message.node().array("examples").map(ArrayNode::items).orElse(List.of())) {
            if (page.links().follow(item) instanceof ObjectNode example) {
                shown.add(given(example, shown.size() + 1));
            }
        }
        if (shown.isEmpty() && message.payload() != null) {
            Examples.of(message.payload(), page.links()).ifPresent(made -> shown.add(madeUp(made)));
        }
        return shown.isEmpty() ? Html.NONE : Html.tag("div").style("examples").add(shown.stream());
    }

    private static Html given(ObjectNode example, int number) {
        String name = example.string("name").orElse(number == 1 ? "" : Integer.toString(number));
        Element details = Parts.unfolding(Html.text(name.isBlank() ? "Example" : "Example: " + name));
        details.add(Parts.prose(example.string("summary").orElse(null), null));
        boolean both = example.get("headers").isPresent();
        example.get("headers").ifPresent(headers -> details.add(label("Headers"), JsonText.of(headers)));
        example.get("payload").ifPresent(payload -> {
            if (both) {
                details.add(label("Payload"));
            }
            details.add(JsonText.of(payload));
        });
        return details;
    }

    private static Html madeUp(Node value) {
        return Parts.unfolding(Html.all(Html.text("Example "), Parts.badge("generated", "generated from the schema")))
                .add(JsonText.of(value));
    }

    private static Html label(String text) {
        return Html.tag("p").style("label").text(text);
    }
}
