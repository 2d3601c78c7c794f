package io.tidings.asyncapi;

import io.tidings.asyncapi.diagnostic.Diagnostic;
import io.tidings.asyncapi.diagnostic.Diagnostics;
import io.tidings.asyncapi.diagnostic.DidYouMean;
import io.tidings.asyncapi.source.Node;
import io.tidings.asyncapi.source.Node.ObjectNode;
import io.tidings.asyncapi.source.Node.ScalarNode;
import io.tidings.asyncapi.source.Nodes;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The {@code asyncapi} field.
 *
 * @param written as it stands there, if it does
 * @param number the version to read by; empty where there is none
 * @param supported whether documents of that version are read
 */
record SpecVersion(Optional<String> written, String number, boolean supported) {
    private static final String FIELD = "asyncapi";
    private static final List<String> SUPPORTED =
            List.of("2.0.0", "2.1.0", "2.2.0", "2.3.0", "2.4.0", "2.5.0", "2.6.0", "3.0.0", "3.1.0");
    private static final Pattern VERSION = Pattern.compile("([0-9]+\\.[0-9]+)\\.[0-9]+(-[A-Za-z0-9.-]+)?");
    private static final SpecVersion NONE = new SpecVersion(Optional.empty(), "", false);

    /** Whether the document has the shape of 2.x: operations within channels. */
    boolean is2() {
        return number.startsWith("2.");
    }

    static SpecVersion of(Node root, Diagnostics diagnostics) {
        if (!(root instanceof ObjectNode document)) {
            diagnostics.error(
                    "asyncapi-not-a-document",
                    "an AsyncAPI document is an object, this file holds " + article(root),
                    root,
                    "it begins with 'asyncapi: 3.0.0'");
            return NONE;
        }
        Node field = document.get(FIELD).orElse(null);
        if (field == null) {
            diagnostics.error(
                    "asyncapi-version-missing",
                    "this is no AsyncAPI document: it lacks the field 'asyncapi'",
                    root,
                    missingHint(document));
            return NONE;
        }
        String written = field instanceof ScalarNode scalar ? String.valueOf(scalar.value()) : "";
        Optional<String> number = field.text().flatMap(SpecVersion::released);
        if (number.isEmpty()) {
            diagnostics.add(unsupported(field, written));
        }
        return new SpecVersion(
                Optional.of(written).filter(text -> !text.isEmpty()), number.orElse(written), number.isPresent());
    }

    /** The version of that major and minor number: "the patch version will not be considered by tooling". */
    private static Optional<String> released(String written) {
        Matcher version = VERSION.matcher(written);
        return version.matches()
                ? SUPPORTED.stream()
                        .filter(supported -> supported.startsWith(version.group(1) + "."))
                        .findFirst()
                : Optional.empty();
    }

    /** A document of 3.0 as one of 3.1, which only adds to it. */
    static ObjectNode latest(ObjectNode document) {
        Node field = document.get(FIELD).orElse(document);
        String latest = SUPPORTED.get(SUPPORTED.size() - 1);
        return (ObjectNode) Nodes.replace(
                document, node -> node == field ? new ScalarNode(node.location(), node.pointer(), latest) : node);
    }

    private static Diagnostic unsupported(Node field, String written) {
        boolean isVersion = written.matches("[0-9]+\\.[0-9]+\\.[0-9]+.*");
        String message = isVersion
                ? "AsyncAPI '" + written + "' is not supported: the rest of the document was not checked"
                : "'" + written + "' is no version of AsyncAPI";
        String hint = isVersion
                ? "Tidings reads " + String.join(", ", SUPPORTED)
                : "write 'asyncapi: " + (written.startsWith("2") ? "2.6.0" : "3.0.0") + "'";
        return Diagnostic.error("asyncapi-version-unsupported", message, field.location(), field.pointer(), hint);
    }

    private static String missingHint(ObjectNode document) {
        if (document.members().containsKey("openapi") || document.members().containsKey("swagger")) {
            return "it is an OpenAPI document";
        }
        return DidYouMean.among(FIELD, document.members().keySet())
                .map(near -> "did you mean 'asyncapi' by '" + near + "'?")
                .orElse("begin it with 'asyncapi: 3.0.0'");
    }

    private static String article(Node root) {
        return switch (root.kind()) {
            case "null" -> "nothing";
            case "array" -> "a list";
            default -> "a " + root.kind();
        };
    }
}
