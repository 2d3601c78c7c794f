package io.tidings.asyncapi.source;

import io.tidings.asyncapi.source.Node.ScalarNode;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Replaces one text value in a file and no other byte of it: quotes, comments, line ends and a byte order mark stay. What
 * cannot be replaced without changing anything else is refused. Stateless, safe for use by several threads.
 */
public final class TextEdit {
    private static final Pattern SIMPLE = Pattern.compile("[0-9A-Za-z][0-9A-Za-z.+-]*");
    private static final byte[] MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};

    private TextEdit() {}

    /** What came of it. */
    public sealed interface Result {}

    /**
     * The value was replaced.
     *
     * @param content the whole file
     * @param before the value that stood there
     * @param place where it stands
     */
    public record Edited(ByteBuffer content, String before, Location place) implements Result {}

    /**
     * The value cannot be replaced.
     *
     * @param reason why, in one sentence without a full stop
     * @param place where the reason stands
     */
    public record Refused(String reason, Location place) implements Result {}

    /**
     * Replaces the text that stands at a path of member names.
     *
     * @param bytes the file
     * @param file as the user named it: JSON where it ends in {@code .json}, else YAML
     * @param value letters, digits, dots, hyphens and plus signs
     * @throws IllegalArgumentException if the value has other characters, or the path is empty
     */
    public static Result replace(byte[] bytes, String file, List<String> path, String value) {
        if (!SIMPLE.matcher(value).matches() || path.isEmpty()) {
            throw new IllegalArgumentException("not a simple text, or no path: " + value);
        }
        SourceReader reader = new SourceReader(SourceLimits.DEFAULT);
        try {
            String text = Decoding.utf8(bytes, file);
            boolean json = file.toLowerCase(Locale.ROOT).endsWith(".json");
            TextSpan span = json ? new JsonSpans(file, text).find(path) : new YamlSpans(file, text).find(path);
            String written = span.quote().isEmpty() && !(CoreScalars.resolve(value) instanceof String)
                    ? "'" + value + "'"
                    : span.quote() + value + span.quote();
            String edited = text.substring(0, span.from()) + written + text.substring(span.to());
            SourceFile was = reader.readText(file, text);
            SourceFile is = reader.readText(file, edited);
            Optional<String> before = only(was, is, path, value);
            return before.isPresent()
                    ? new Edited(content(bytes, text, span, written), before.get(), span.place())
                    : new Refused("the file would say something else besides", span.place());
        } catch (NoSpan e) {
            return e.refusal();
        } catch (MalformedSource e) {
            return new Refused(e.problem().message(), e.problem().location());
        }
    }

    /** The former text, if nothing else differs: whatever anchors and merges make of the place, this sees it. */
    private static Optional<String> only(SourceFile was, SourceFile is, List<String> path, String value) {
        StringBuilder pointer = new StringBuilder();
        path.forEach(name -> pointer.replace(0, pointer.length(), Pointers.child(pointer.toString(), name)));
        String meant = pointer.toString();
        Node before = was.root().orElse(null);
        Node after = is.root().orElse(null);
        if (before == null
                || after == null
                || was.problems().size() != is.problems().size()) {
            return Optional.empty();
        }
        Node expected = Nodes.replace(
                before,
                node -> node.pointer().equals(meant) && node instanceof ScalarNode
                        ? new ScalarNode(node.location(), meant, value)
                        : node);
        return Nodes.same(expected, after)
                ? Nodes.walk(before)
                        .filter(node -> node.pointer().equals(meant))
                        .findFirst()
                        .flatMap(Node::text)
                : Optional.empty();
    }

    private static ByteBuffer content(byte[] bytes, String text, TextSpan span, String written) {
        boolean marked = bytes.length > 2 && bytes[0] == MARK[0] && bytes[1] == MARK[1] && bytes[2] == MARK[2];
        int from = (marked ? MARK.length : 0) + length(text.substring(0, span.from()));
        int to = from + length(text.substring(span.from(), span.to()));
        ByteArrayOutputStream out = new ByteArrayOutputStream(bytes.length + written.length());
        out.write(bytes, 0, from);
        out.writeBytes(written.getBytes(StandardCharsets.UTF_8));
        out.write(bytes, to, bytes.length - to);
        return ByteBuffer.wrap(out.toByteArray()).asReadOnlyBuffer();
    }

    private static int length(String text) {
        return text.getBytes(StandardCharsets.UTF_8).length;
    }
}
