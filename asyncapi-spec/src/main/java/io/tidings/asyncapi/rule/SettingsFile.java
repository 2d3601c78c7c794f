package io.tidings.asyncapi.rule;

import io.tidings.asyncapi.diagnostic.Diagnostics;
import io.tidings.asyncapi.diagnostic.DidYouMean;
import io.tidings.asyncapi.diagnostic.Severity;
import io.tidings.asyncapi.grammar.Grammar;
import io.tidings.asyncapi.grammar.GrammarCheck;
import io.tidings.asyncapi.grammar.Kind;
import io.tidings.asyncapi.reference.Sources;
import io.tidings.asyncapi.rule.RuleSettings.Off;
import io.tidings.asyncapi.rule.RuleSettings.Weighs;
import io.tidings.asyncapi.source.Node;
import io.tidings.asyncapi.source.Node.ObjectNode;
import io.tidings.asyncapi.source.Node.ScalarNode;
import io.tidings.asyncapi.source.SourceFile;
import io.tidings.asyncapi.source.SourceProblem;
import io.tidings.asyncapi.source.SourceReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The file in which a team writes how rules are weighed. What is wrong in it is an error of its own, with its place; a
 * setting that is wrong does not count.
 *
 * @param path the file; empty where there is none to be read
 */
public record SettingsFile(Optional<Path> path) {
    private static final String NAME = ".tidings.yaml";

    /** The file that was named, or else the one beside a document, if there is one. */
    public static SettingsFile of(@Nullable Path named, Path document) {
        if (named != null) {
            return new SettingsFile(Optional.of(named));
        }
        return new SettingsFile(Optional.of(document.resolveSibling(NAME)).filter(Files::isRegularFile));
    }

    /** Reads it. */
    public RuleSettings read(SourceReader reader, Diagnostics diagnostics) {
        if (path.isEmpty()) {
            return RuleSettings.DEFAULT;
        }
        SourceFile file = reader.read(path.get(), path.get().toString());
        problems(file).forEach(problem -> diagnostics.add(Sources.asDiagnostic(problem)));
        Node root = file.root().orElse(null);
        if (root == null) {
            return RuleSettings.DEFAULT;
        }
        new GrammarCheck(Grammar.settings(), "", diagnostics).check(root, new Kind.Described("Settings"));
        return root instanceof ObjectNode settings ? settings(settings, diagnostics) : RuleSettings.DEFAULT;
    }

    /** What keeps a file of settings from being read: not that it is empty, or only comments so far. */
    public static List<SourceProblem> problems(SourceFile file) {
        return file.problems().stream()
                .filter(problem -> !problem.code().equals("source-empty"))
                .toList();
    }

    private static RuleSettings settings(ObjectNode settings, Diagnostics diagnostics) {
        Map<String, RuleSettings.Weight> weights = new HashMap<>();
        Map<String, Node> seen = new HashMap<>();
        for (Node item : Subject.items(settings, "rules")) {
            Node named = item instanceof ObjectNode entry ? entry.get("rule").orElse(null) : null;
            String id = named == null ? null : named.text().orElse(null);
            if (named == null || id == null || !adjustable(named, id, diagnostics)) {
                continue;
            }
            Node earlier = seen.putIfAbsent(id, named);
            if (earlier != null) {
                diagnostics.error(
                        "settings-rule-twice",
                        "'" + id + "' is weighed twice",
                        named,
                        "the first one counts, in line " + earlier.location().line());
            } else {
                weight((ObjectNode) item, id, diagnostics).ifPresent(weight -> weights.put(id, weight));
            }
        }
        boolean recommended = settings.get("recommended").orElse(null) instanceof ScalarNode scalar
                && Boolean.TRUE.equals(scalar.value());
        return new RuleSettings(weights, recommended);
    }

    private static boolean adjustable(Node named, String id, Diagnostics diagnostics) {
        Optional<Code> code = Codes.of(id);
        if (code.isEmpty()) {
            List<String> known =
                    Codes.all().stream().filter(Code::adjustable).map(Code::id).toList();
            diagnostics.error(
                    "settings-rule-unknown",
                    "there is no rule '" + id + "'",
                    named,
                    DidYouMean.among(id, known)
                            .map(near -> "did you mean '" + near + "'?")
                            .orElse("'tidings rules' lists them"));
        } else if (!code.get().adjustable()) {
            diagnostics.error(
                    "settings-rule-firm",
                    "'" + id + "' cannot be switched off or weighed anew",
                    named,
                    "where it is said, the document could not be read as a whole: mend the document");
        }
        return code.map(Code::adjustable).orElse(false);
    }

    private static Optional<RuleSettings.Weight> weight(ObjectNode entry, String id, Diagnostics diagnostics) {
        String severity = entry.string("severity").orElse("");
        if (severity.equals("off")) {
            String reason = entry.string("reason").orElse("");
            if (reason.isBlank()
                    && (entry.get("reason").isEmpty() || entry.string("reason").isPresent())) {
                diagnostics.error(
                        "settings-reason-missing",
                        "'" + id + "' is off without a reason",
                        entry.get("reason").orElse(entry),
                        "add 'reason': it is for those who will wonder why");
            }
            return reason.isBlank() ? Optional.empty() : Optional.of(new Off(reason));
        }
        return switch (severity) {
            case "info", "warning", "error" ->
                Optional.of(new Weighs(Severity.valueOf(severity.toUpperCase(Locale.ROOT))));
            default -> Optional.empty();
        };
    }
}
