package io.tidings.compat.landscape;

import io.tidings.asyncapi.diagnostic.Severity;
import io.tidings.asyncapi.model.AsyncApiDocument;
import io.tidings.asyncapi.model.DeclaredHeader;
import io.tidings.asyncapi.model.Message;
import io.tidings.asyncapi.model.MessageSchema;
import io.tidings.asyncapi.source.Node;
import io.tidings.asyncapi.source.Node.ArrayNode;
import io.tidings.asyncapi.source.Node.ObjectNode;
import io.tidings.compat.json.Formula;
import io.tidings.compat.json.JsonReader;
import io.tidings.compat.json.JsonSchemas;
import io.tidings.compat.json.JsonValue;
import io.tidings.compat.json.JsonVerdict;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;

/** Whether the receiver gets the headers that it requires, with values that it takes. */
final class HeadersRule implements MessageRule {

    /** In characters. */
    private static final int LONGEST = 80;

    @Override
    public void check(MessagePair pair, Consumer<LandscapeFinding> found) {
        MessageSchema sent = pair.sent().headers();
        if (sent != null && !(sent instanceof MessageSchema.Json json && plain(pair, json))) {
            return; // what alternatives leave open cannot be told
        }
        Map<String, DeclaredHeader> written = new LinkedHashMap<>();
        pair.sent().declaredHeaders().forEach(header -> written.put(header.name(), header));
        for (DeclaredHeader read : pair.received().declaredHeaders()) {
            DeclaredHeader header = written.get(read.name());
            if (header == null || (read.required() && !header.required())) {
                if (read.required()) {
                    found.accept(absent(pair, read, header != null));
                }
            }
            if (header != null) {
                types(pair, read, header, found);
            }
        }
    }

    private static boolean plain(MessagePair pair, MessageSchema.Json headers) {
        Node schema = pair.link().sender().service().document().links().follow(headers.node());
        return schema instanceof ObjectNode object
                && object.get("oneOf").isEmpty()
                && object.get("anyOf").isEmpty();
    }

    private static LandscapeFinding absent(MessagePair pair, DeclaredHeader read, boolean optional) {
        return pair.finding(
                        SystemRule.SYSTEM_HEADER_ABSENT,
                        optional ? Severity.WARNING : Severity.ERROR,
                        pair.receiver() + " requires the header '" + read.name() + "' of "
                                + pair.received().name() + ", " + pair.sender()
                                + (optional ? " may leave it out" : " does not declare it"))
                .about(pair.received().name(), read.name())
                .at(pair.link().receiver().service(), read.location(), "required here")
                .at(pair.link().sender().service(), pair.sent().locationOf("headers"), "sent here");
    }

    private static void types(
            MessagePair pair, DeclaredHeader read, DeclaredHeader written, Consumer<LandscapeFinding> found) {
        Set<String> to = kinds(pair.link().receiver().service().document(), read);
        Set<String> from = kinds(pair.link().sender().service().document(), written);
        boolean number = to.contains("number") && from.contains("integer");
        if (!to.isEmpty() && !from.isEmpty() && !number && to.stream().noneMatch(from::contains)) {
            found.accept(finding(
                    pair,
                    read,
                    written,
                    SystemRule.SYSTEM_HEADER_TYPE,
                    pair.receiver() + " takes the header '" + read.name() + "' of "
                            + pair.received().name() + " for " + String.join(" or ", to) + ", " + pair.sender()
                            + " writes " + String.join(" or ", from)));
        } else if (!from.isEmpty()) {
            // Who does not say what it writes may well write what is read.
            values(pair, read, written, found);
        }
    }

    /** Of the same type: whether the receiver takes each value that the sender may write. */
    private static void values(
            MessagePair pair, DeclaredHeader read, DeclaredHeader written, Consumer<LandscapeFinding> found) {
        JsonVerdict verdict = new JsonReader()
                .judge(
                        formulas(pair.link().receiver().service(), pair.received(), read),
                        formulas(pair.link().sender().service(), pair.sent(), written));
        String header = "the header '" + read.name() + "' of " + pair.received().name();
        if (verdict instanceof JsonVerdict.Unreadable unreadable) {
            found.accept(finding(
                    pair,
                    read,
                    written,
                    SystemRule.SYSTEM_HEADER_VALUE,
                    pair.receiver() + " refuses some values of " + header + " from " + pair.sender() + ", such as "
                            + JsonValue.text(unreadable.witness(), LONGEST)));
        } else if (verdict instanceof JsonVerdict.Undecided undecided) {
            found.accept(finding(
                    pair,
                    read,
                    written,
                    SystemRule.SYSTEM_UNDECIDED,
                    "whether " + pair.receiver() + " takes each value of " + header + " from " + pair.sender()
                            + " hangs on '" + undecided.keyword() + "', which is not decided"));
        }
    }

    private static List<Formula> formulas(Service service, Message message, DeclaredHeader header) {
        if (!(message.headers() instanceof MessageSchema.Json headers)) {
            return List.of();
        }
        JsonSchemas schemas = new JsonSchemas(service.document().links());
        return header.schemas().stream()
                .<Formula>map(schema -> new Formula.Refer(schemas.of(headers, schema)))
                .toList();
    }

    private static LandscapeFinding finding(
            MessagePair pair, DeclaredHeader read, DeclaredHeader written, SystemRule rule, String reason) {
        return pair.finding(rule, rule.severity(), reason)
                .about(pair.received().name(), read.name())
                .at(pair.link().receiver().service(), read.location(), "read here")
                .at(pair.link().sender().service(), written.location(), "written here");
    }

    /** The types that a header may have; empty where its schema does not say. */
    private static Set<String> kinds(AsyncApiDocument document, DeclaredHeader header) {
        Set<String> kinds = new TreeSet<>();
        for (Node schema : header.schemas()) {
            if (document.links().follow(schema) instanceof ObjectNode object) {
                object.string("type").ifPresent(kinds::add);
                object.array("type").map(ArrayNode::items).orElse(List.of()).stream()
                        .map(Node::text)
                        .flatMap(Optional::stream)
                        .forEach(kinds::add);
            }
        }
        return kinds;
    }
}
