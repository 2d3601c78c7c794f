package io.tidings.asyncapi.grammar;

import io.tidings.asyncapi.diagnostic.Diagnostic;
import io.tidings.asyncapi.diagnostic.Diagnostics;
import io.tidings.asyncapi.diagnostic.DidYouMean;
import io.tidings.asyncapi.grammar.ObjectType.Field;
import io.tidings.asyncapi.source.Node;
import io.tidings.asyncapi.source.Node.Member;
import io.tidings.asyncapi.source.Node.ObjectNode;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Checks the fields of one described object. */
final class ObjectCheck {
    private static final String LATEST = "latest";
    private static final String VOCABULARY = "x-tidings";

    private final Grammar grammar;
    private final String specVersion;
    private final Diagnostics diagnostics;
    private final GrammarCheck values;

    ObjectCheck(Grammar grammar, String specVersion, Diagnostics diagnostics, GrammarCheck values) {
        this.grammar = grammar;
        this.specVersion = specVersion;
        this.diagnostics = diagnostics;
        this.values = values;
    }

    void check(ObjectNode node, ObjectType declared) {
        ObjectType type = declared;
        if (declared.selector() != null) {
            Optional<ObjectType> selected = select(node, declared, declared.selector());
            if (selected.isEmpty()) {
                return;
            }
            type = selected.get();
        }
        String version = versionOf(node, type);
        Set<String> meant = new HashSet<>();
        for (Member member : node.members().values()) {
            Field field = type.fields().get(member.name());
            if (field == null) {
                unknown(member, type, meant);
            } else {
                tooNew(member, field, type, version);
                values.check(member.value(), field.kind());
            }
        }
        missing(node, type, meant);
    }

    private Optional<ObjectType> select(ObjectNode node, ObjectType type, String selector) {
        Node written = node.get(selector).orElse(null);
        if (written == null) {
            required(node, type.title(), selector);
            return Optional.empty();
        }
        String word = written.text().orElse("");
        Field chosen = type.fields().get(word);
        if (chosen != null && chosen.kind() instanceof Kind.Described described) {
            return Optional.of(grammar.type(described.type()));
        }
        diagnostics.error(
                "field-value",
                "'" + Values.shortText(written) + "' is no '" + selector + "' of " + type.title(),
                written,
                DidYouMean.among(word, type.fields().keySet())
                        .map(near -> "did you mean '" + near + "'?")
                        .orElse("one of " + String.join(", ", type.fields().keySet())));
        return Optional.empty();
    }

    /** The version that decides which fields there are: the object's own, or that of the specification. */
    private String versionOf(ObjectNode node, ObjectType type) {
        if (type.versionField() == null) {
            return specVersion;
        }
        String latest = type.versions().get(type.versions().size() - 1);
        Node written = node.get(type.versionField()).orElse(null);
        String version = written == null ? LATEST : written.text().orElse(LATEST);
        if (written == null || version.equals(LATEST) || type.versions().contains(version)) {
            return version.equals(LATEST) ? latest : version;
        }
        diagnostics.error(
                "version-unknown",
                type.title() + " has no version '" + Values.shortText(written) + "'",
                written,
                "one of " + String.join(", ", type.versions()) + " or latest");
        return latest;
    }

    private void tooNew(Member member, Field field, ObjectType type, String version) {
        if (field.since() != null && compare(version, field.since()) < 0) {
            String whose = type.versionField() == null ? "AsyncAPI" : type.versionField();
            diagnostics.add(Diagnostic.error(
                    "field-too-new",
                    "'" + member.name() + "' of " + type.title() + " exists since " + whose + " " + field.since()
                            + ", here it is " + version,
                    member.keyLocation(),
                    member.value().pointer(),
                    type.versionField() == null ? "raise 'asyncapi'" : "raise '" + type.versionField() + "'"));
        }
    }

    /** Says what is wrong with a field that is not described; notes which one it seems to stand for. */
    private void unknown(Member member, ObjectType type, Set<String> meant) {
        String name = member.name();
        if (name.startsWith("x-")) {
            extension(member, type);
            return;
        }
        if (type.open()) {
            return;
        }
        diagnostics.add(Diagnostic.error(
                "field-unknown",
                "'" + name + "' is no field of " + type.title(),
                member.keyLocation(),
                member.value().pointer(),
                hintFor(name, type, meant)));
    }

    private String hintFor(String name, ObjectType type, Set<String> meant) {
        String known = type.misplaced().get(name);
        if (known != null) {
            type.fields().keySet().stream()
                    .filter(field -> known.contains("'" + field + "'"))
                    .forEach(meant::add);
            return known;
        }
        Optional<String> near = DidYouMean.among(name, type.fields().keySet());
        if (near.isPresent()) {
            meant.add(near.get());
            return "did you mean '" + near.get() + "'?";
        }
        String home = grammar.homeOf(name);
        return home != null ? "'" + name + "' is a field of " + home : "fields of your own begin with 'x-'";
    }

    /** Anything may stand in an extension, but ours in the wrong place, or nearly ours, is a mistake. */
    private void extension(Member member, ObjectType type) {
        if (member.name().equals(VOCABULARY)) {
            diagnostics.add(Diagnostic.error(
                    "field-unknown",
                    "'" + VOCABULARY + "' says nothing of " + type.title(),
                    member.keyLocation(),
                    member.value().pointer(),
                    "it belongs to the document, a channel, an operation or a message"));
        } else if (DidYouMean.among(member.name(), List.of(VOCABULARY)).isPresent()) {
            diagnostics.add(Diagnostic.warning(
                    "extension-near-miss",
                    "the extension '" + member.name() + "' is not known to Tidings",
                    member.keyLocation(),
                    member.value().pointer(),
                    "did you mean '" + VOCABULARY + "'?"));
        }
    }

    private void missing(ObjectNode node, ObjectType type, Set<String> meant) {
        for (String name : type.required()) {
            // Where another field seems to stand for it, that has been said: one mistake, one diagnostic.
            if (!meant.contains(name) && !node.members().containsKey(name)) {
                required(node, type.title(), name);
            }
        }
    }

    private void required(ObjectNode node, String title, String name) {
        diagnostics.error("field-missing", title + " needs the field '" + name + "'", node, "add '" + name + "'");
    }

    private static int compare(String a, String b) {
        String[] left = a.split("\\.", -1);
        String[] right = b.split("\\.", -1);
        for (int i = 0; i < Math.min(left.length, right.length); i++) {
            int order = Integer.compare(number(left[i]), number(right[i]));
            if (order != 0) {
                return order;
            }
        }
        return Integer.compare(left.length, right.length);
    }

    private static int number(@Nullable String digits) {
        return digits != null && digits.matches("[0-9]{1,9}") ? Integer.parseInt(digits) : 0;
    }
}
