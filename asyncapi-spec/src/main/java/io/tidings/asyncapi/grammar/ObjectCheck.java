package io.tidings.asyncapi.grammar;

import io.tidings.asyncapi.diagnostic.Diagnostic;
import io.tidings.asyncapi.diagnostic.Diagnostics;
import io.tidings.asyncapi.diagnostic.DidYouMean;
import io.tidings.asyncapi.grammar.ObjectType.Field;
import io.tidings.asyncapi.grammar.ObjectType.Others;
import io.tidings.asyncapi.grammar.ObjectType.Versions;
import io.tidings.asyncapi.source.Node;
import io.tidings.asyncapi.source.Node.Member;
import io.tidings.asyncapi.source.Node.ObjectNode;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Checks the fields of one described object. */
final class ObjectCheck {
    private final Grammar grammar;
    private final Diagnostics diagnostics;
    private final GrammarCheck values;
    private final UnknownFields unknown;
    private Scope scope;

    ObjectCheck(Grammar grammar, String specVersion, Diagnostics diagnostics, GrammarCheck values) {
        this.grammar = grammar;
        this.diagnostics = diagnostics;
        this.values = values;
        this.unknown = new UnknownFields(grammar, diagnostics);
        this.scope = Scope.of(specVersion);
    }

    void check(ObjectNode node, ObjectType declared) {
        if (declared.selector() != null) {
            select(node, declared, declared.selector()).ifPresent(type -> check(node, type));
            return;
        }
        Scope around = scope;
        if (declared.versions() != null) {
            scope = Scope.within(node, declared.versions());
            if (scope.origin() == Scope.Origin.UNKNOWN) {
                versionUnknown(node, declared, declared.versions());
            }
        }
        fields(node, declared);
        scope = around;
    }

    private void fields(ObjectNode node, ObjectType type) {
        if (unknown.strange(node, type)) {
            return;
        }
        Set<String> meant = new HashSet<>();
        for (Member member : node.members().values()) {
            Field known = type.fields().get(member.name());
            if (known == null) {
                unknown.check(member, type, scope, meant);
                continue;
            }
            Field field = known.in(scope.version());
            outOfVersion(member, field, type);
            if (!misplaced(member, field, type, node)) {
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
            if (!chosen.exists(scope.version())) {
                diagnostics.error(
                        "field-too-new",
                        "'" + word + "' as '" + selector + "' of " + type.title() + " exists since " + scope.label()
                                + " " + chosen.since() + ", here it is " + scope.version(),
                        written,
                        "raise '" + scope.field() + "'");
            }
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

    private void versionUnknown(ObjectNode node, ObjectType type, Versions versions) {
        // What is no text at all is of the wrong type, and that is said elsewhere.
        node.get(versions.field())
                .filter(written -> written.text().isPresent())
                .ifPresent(written -> diagnostics.error(
                        "version-unknown",
                        type.title() + " has no version '" + Values.shortText(written) + "'",
                        written,
                        "one of " + String.join(", ", versions.all()) + " or latest"));
    }

    private void outOfVersion(Member member, Field field, ObjectType type) {
        if (field.exists(scope.version()) || scope.origin() == Scope.Origin.UNKNOWN) {
            return;
        }
        boolean tooNew = field.since() != null && VersionOrder.compare(scope.version(), field.since()) < 0;
        String message = "'" + member.name() + "' of " + type.title() + " exists " + (tooNew ? "since " : "until ")
                + scope.label() + " " + (tooNew ? field.since() : field.until()) + ", here it is " + scope.version();
        String code = tooNew ? "field-too-new" : "field-too-old";
        // A document that names no version may be older than the version that came to be the latest.
        if (scope.origin() == Scope.Origin.ASSUMED) {
            warning(member, code, message, "write '" + scope.field() + ": " + field.until() + "' if that is meant");
        } else if (type.others() == Others.WARNED) {
            warning(member, code, message, "raise '" + scope.field() + "'");
        } else {
            error(member, code, message, tooNew ? "raise '" + scope.field() + "'" : "remove it");
        }
    }

    /** Whether what the other field says is a possible value: if not, that has been said, and nothing follows from it. */
    private boolean legible(ObjectNode node, Condition condition, ObjectType type) {
        Field other = type.fields().get(condition.other());
        return condition.value().isEmpty()
                || other == null
                || node.get(condition.other())
                        .filter(value -> values.fits(value, other.kind()))
                        .isPresent();
    }

    private boolean misplaced(Member member, Field field, ObjectType type, ObjectNode node) {
        Optional<String> why = field.conditions().stream()
                .filter(condition -> legible(node, condition, type))
                .map(condition -> condition.violation(node))
                .flatMap(Stream::ofNullable)
                .findFirst();
        why.ifPresent(reason -> error(
                member,
                "field-misplaced",
                "'" + member.name() + "' cannot stand in " + type.title() + " here",
                reason));
        return why.isPresent();
    }

    private void missing(ObjectNode node, ObjectType type, Set<String> meant) {
        if (type.mayBeEmpty() && node.members().isEmpty()) {
            return;
        }
        for (Field each : type.fields().values()) {
            Field field = each.in(scope.version());
            boolean needed = field.required()
                    ? field.conditions().stream().noneMatch(condition -> condition.excuses(node))
                    : field.conditions().stream().anyMatch(condition -> condition.requires(node));
            // Where another field seems to stand for it, that has been said: one mistake, one diagnostic.
            if (needed
                    && field.exists(scope.version())
                    && !meant.contains(field.name())
                    && !node.members().containsKey(field.name())) {
                required(node, type.title(), field.name());
            }
        }
    }

    private void required(ObjectNode node, String title, String name) {
        diagnostics.error("field-missing", title + " needs the field '" + name + "'", node, "add '" + name + "'");
    }

    private void error(Member member, String code, String message, String hint) {
        diagnostics.add(Diagnostic.error(
                code, message, member.keyLocation(), member.value().pointer(), hint));
    }

    private void warning(Member member, String code, String message, String hint) {
        diagnostics.add(Diagnostic.warning(
                code, message, member.keyLocation(), member.value().pointer(), hint));
    }
}
