package io.tidings.asyncapi;

import io.tidings.asyncapi.model.AsyncApiDocument;
import io.tidings.asyncapi.model.Channel;
import io.tidings.asyncapi.model.Element;
import io.tidings.asyncapi.model.Message;
import io.tidings.asyncapi.model.MessageSchema;
import io.tidings.asyncapi.model.Operation;
import io.tidings.asyncapi.model.Reply;
import io.tidings.asyncapi.reference.References;
import io.tidings.asyncapi.reference.Resolution;
import io.tidings.asyncapi.source.Location;
import io.tidings.asyncapi.source.Node;
import io.tidings.asyncapi.source.Node.ArrayNode;
import io.tidings.asyncapi.source.Node.ObjectNode;
import io.tidings.asyncapi.source.Node.ScalarNode;
import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The canonical form of a model: what it says, without where it stands. Two documents are equal if their forms are. It has
 * two parts: the typed model, in which an operation's channel and messages are named as the document's own; and the tree it
 * was read from, in which references are replaced by what they lead to, so that it does not matter how things are spread
 * over components and files. Avro schemas count as Avro sees them.
 */
final class ModelForm {
    /** What was written elsewhere refers to files outside the folders it may refer to by itself. */
    static final ReadOptions ANYWHERE =
            ReadOptions.DEFAULT.withRoots(Path.of("").toAbsolutePath().getRoot());

    private final References references;
    private final List<Node> open = new ArrayList<>();
    private final StringBuilder out = new StringBuilder();

    private ModelForm(References references) {
        this.references = references;
    }

    static String of(Path file) {
        Reading reading = new Reading(file, ANYWHERE);
        AsyncApiDocument document = reading.read().document().orElseThrow();
        ModelForm form = new ModelForm(reading.references());
        form.value(document, 0, "");
        document.node().members().forEach((name, member) -> {
            if (!name.equals("components") && !name.equals("asyncapi")) {
                form.line(0, name, "");
                form.node(member.value(), 1);
            }
        });
        return form.out.toString();
    }

    /** The same for documents of two versions: a format that is not written is the default of the version. */
    static String acrossVersions(Path file) {
        return of(file).replaceAll("(vnd.aai.asyncapi;version=)[0-9.]+", "$1DEFAULT");
    }

    private void value(@Nullable Object value, int depth, String name) {
        if (value instanceof Channel channel && name.equals("channel")) {
            // Of an operation or reply, which hold the very objects that the document holds.
            line(depth, name, channel.name());
        } else if (value instanceof MessageSchema.Avro avro) {
            line(depth, name, avro.schemaFormat() + " " + avro.schema());
        } else if (value instanceof Node node) {
            line(depth, name, "");
            node(node, depth + 1);
        } else if (value instanceof Record record) {
            line(depth, name, record.getClass().getSimpleName());
            for (RecordComponent component : record.getClass().getRecordComponents()) {
                component(record, component, depth + 1, name);
            }
        } else if (value instanceof Map<?, ?> map) {
            line(depth, name, "");
            map.forEach((key, held) -> value(held, depth + 1, String.valueOf(key)));
        } else if (value instanceof List<?> list) {
            line(depth, name, "");
            list.forEach(item -> value(item, depth + 1, name));
        } else {
            line(depth, name, String.valueOf(value));
        }
    }

    private void component(Record record, RecordComponent component, int depth, String around) {
        String name = component.getName();
        boolean place = component.getType() == Location.class || name.equals("source") || name.equals("specVersion");
        boolean tree = component.getType() == ObjectNode.class && record instanceof Element;
        if (place || tree) {
            return;
        }
        try {
            component.getAccessor().setAccessible(true);
            Object value = component.getAccessor().invoke(record);
            if (value instanceof Node node) {
                line(depth, name, "");
                node(node, depth + 1);
            } else if (name.equals("messages") && (record instanceof Operation || record instanceof Reply)) {
                List<?> messages = (List<?>) Objects.requireNonNull(value);
                line(
                        depth,
                        name,
                        messages.stream().map(m -> ((Message) m).key()).toList().toString());
            } else {
                value(value, depth, name);
            }
        } catch (ReflectiveOperationException e) {
            throw new LinkageError(around, e);
        }
    }

    private void node(Node written, int depth) {
        Resolution resolution = references.known(written).orElse(null);
        if (resolution != null && resolution.unchecked()) {
            line(
                    depth,
                    "out of reach",
                    unread(((ObjectNode) written).string("$ref").orElse(""), written.location()));
            return;
        }
        Node node = resolution == null || resolution.target() == null ? written : resolution.target();
        for (int i = open.size() - 1; i >= 0; i--) {
            if (open.get(i) == node) {
                line(depth, "again", "the one " + (open.size() - i) + " levels up");
                return;
            }
        }
        open.add(node);
        if (isAvro(node)) {
            line(depth, "avro", "");
        } else if (node instanceof ObjectNode object) {
            object.members().values().stream()
                    .sorted(java.util.Comparator.comparing(Node.Member::name))
                    .forEach(member -> {
                        line(depth, member.name(), "");
                        node(member.value(), depth + 1);
                    });
        } else if (node instanceof ArrayNode array) {
            array.items().forEach(item -> {
                line(depth, "-", "");
                node(item, depth + 1);
            });
        } else if (node instanceof ScalarNode scalar) {
            line(depth, scalar.kind(), scalar(scalar.value()));
        }
        open.remove(open.size() - 1);
    }

    private static String unread(String reference, Location from) {
        String path = URLDecoder.decode(reference.replace("+", "%2B"), StandardCharsets.UTF_8);
        return reference.contains(":")
                ? reference
                : Path.of(from.file()).resolveSibling(path).normalize().toString();
    }

    private static boolean isAvro(Node node) {
        return node.location().file().endsWith(".avsc")
                || (node instanceof ObjectNode object
                        && object.string("schemaFormat").orElse("").contains("avro"));
    }

    private static String scalar(@Nullable Object value) {
        return value instanceof BigDecimal number
                ? number.stripTrailingZeros() + " with a fraction"
                : String.valueOf(value);
    }

    private void line(int depth, String name, String text) {
        out.append(" ".repeat(depth)).append(name).append(": ").append(text).append('\n');
    }
}
