package io.tidings.asyncapi.grammar;

import io.tidings.asyncapi.diagnostic.Diagnostic;
import io.tidings.asyncapi.diagnostic.Diagnostics;
import io.tidings.asyncapi.diagnostic.DidYouMean;
import io.tidings.asyncapi.diagnostic.Severity;
import io.tidings.asyncapi.grammar.ObjectType.Others;
import io.tidings.asyncapi.source.Node.Member;
import io.tidings.asyncapi.source.Node.ObjectNode;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Says what is wrong with fields that an object does not have. */
final class UnknownFields {
    private static final String VOCABULARY = "x-tidings";
    private static final Pattern EXTENSION = Pattern.compile("x-[\\w.-]+", Pattern.UNICODE_CHARACTER_CLASS);

    private final Grammar grammar;
    private final Diagnostics diagnostics;

    UnknownFields(Grammar grammar, Diagnostics diagnostics) {
        this.grammar = grammar;
        this.diagnostics = diagnostics;
    }

    /**
     * @param meant gets the field for which the unknown one seems to stand
     */
    void check(Member member, ObjectType type, Scope scope, Set<String> meant) {
        String name = member.name();
        if (name.startsWith("x-")) {
            extension(member, type);
        } else if (type.reserved()) {
            reserved(member, type, scope);
        } else {
            unknown(member, type, scope, meant);
        }
    }

    /**
     * Whether what stands here is something else altogether, and says so: then what is wrong with each of its fields does
     * not matter.
     */
    boolean strange(ObjectNode node, ObjectType type) {
        Set<String> names = node.members().keySet();
        boolean strange = type.others() == Others.REFUSED
                && type.fields().values().stream().anyMatch(ObjectType.Field::required)
                && names.size() > 1
                && names.stream().noneMatch(name -> familiar(name, type));
        if (strange) {
            diagnostics.error(
                    "field-unknown",
                    "this is not " + type.title() + ": it has none of its fields",
                    node,
                    "its fields are " + String.join(", ", type.fields().keySet()));
        }
        return strange;
    }

    private boolean familiar(String name, ObjectType type) {
        return name.startsWith("x-")
                || name.equals("$ref")
                || type.fields().containsKey(name)
                || type.misplaced().containsKey(name)
                || grammar.homeOf(name, type) != null
                || DidYouMean.among(name, type.fields().keySet()).isPresent();
    }

    private void unknown(Member member, ObjectType type, Scope scope, Set<String> meant) {
        if (member.name().equals("$ref")) {
            meant.addAll(type.fields().keySet());
            add(
                    tolerant(scope) ? Severity.WARNING : Severity.ERROR,
                    "field-unknown",
                    "a reference cannot stand in the place of " + type.title(),
                    member,
                    "write out here what it refers to");
            return;
        }
        boolean open = type.others() == Others.ALLOWED
                || (type.openSince() != null && VersionOrder.compare(scope.version(), type.openSince()) >= 0);
        boolean near = DidYouMean.among(member.name(), type.fields().keySet()).isPresent();
        if (open && !near) {
            return;
        }
        boolean tolerated = open || type.others() == Others.WARNED || (tolerant(scope) && !near);
        add(
                tolerated ? Severity.WARNING : Severity.ERROR,
                "field-unknown",
                "'" + member.name() + "' is no field of " + type.title(),
                member,
                hintFor(member.name(), type, meant));
    }

    private String hintFor(String name, ObjectType type, Set<String> meant) {
        String known = type.misplaced().get(name);
        if (known != null) {
            type.fields().keySet().stream()
                    .filter(field -> known.contains("'" + field + "'"))
                    .forEach(meant::add);
            return known;
        }
        String home = grammar.homeOf(name, type);
        boolean sibling = home != null && type.versions() != null;
        Optional<String> near = DidYouMean.among(name, type.fields().keySet());
        if (near.isPresent() && !sibling) {
            meant.add(near.get());
            return "did you mean '" + near.get() + "'?";
        }
        if (type.group().equals(Protocol.GROUP)) {
            return "there are bindings for " + String.join(", ", type.fields().keySet());
        }
        if (home == null && type.openSince() != null) {
            return "fields like this one may stand here since version " + type.openSince();
        }
        return home != null ? "'" + name + "' is a field of " + home : "fields of your own begin with 'x-'";
    }

    /** A binding that names no version may follow another than the latest, by which it is read. */
    private boolean tolerant(Scope scope) {
        return scope.origin() == Scope.Origin.ASSUMED && grammar.toleratesBindings();
    }

    /** A version of nothing does no harm; the schemas of the specification let it pass. */
    private void reserved(Member member, ObjectType type, Scope scope) {
        String home = grammar.homeOf(member.name(), type);
        boolean version =
                type.versions() != null && member.name().equals(type.versions().field());
        add(
                version || tolerant(scope) ? Severity.WARNING : Severity.ERROR,
                "field-unknown",
                "'" + member.name() + "' is no field of " + type.title() + ", which is reserved and has to be empty",
                member,
                version || home == null ? "remove it" : "'" + member.name() + "' is a field of " + home);
    }

    /** Anything may stand in an extension, but ours in the wrong place, or nearly ours, is a mistake. */
    private void extension(Member member, ObjectType type) {
        if (!EXTENSION.matcher(member.name()).matches()) {
            add(
                    Severity.ERROR,
                    "key-invalid",
                    "'" + member.name() + "' is no name of an extension",
                    member,
                    "behind 'x-' use letters, digits, dots, hyphens and underscores");
        } else if (member.name().equals(VOCABULARY)) {
            add(
                    Severity.ERROR,
                    "field-unknown",
                    "'" + VOCABULARY + "' says nothing of " + type.title(),
                    member,
                    "it belongs to the document, a channel, an operation or a message");
        } else if (DidYouMean.among(member.name(), List.of(VOCABULARY)).isPresent()) {
            add(
                    Severity.WARNING,
                    "extension-near-miss",
                    "the extension '" + member.name() + "' is not known to Tidings",
                    member,
                    "did you mean '" + VOCABULARY + "'?");
        }
    }

    private void add(Severity severity, String code, String message, Member member, @Nullable String hint) {
        String pointer = member.value().pointer();
        diagnostics.add(
                severity == Severity.ERROR
                        ? Diagnostic.error(code, message, member.keyLocation(), pointer, hint)
                        : Diagnostic.warning(code, message, member.keyLocation(), pointer, hint));
    }
}
