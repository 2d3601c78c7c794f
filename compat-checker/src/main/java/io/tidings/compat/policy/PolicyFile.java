package io.tidings.compat.policy;

import io.tidings.asyncapi.ReadResult;
import io.tidings.asyncapi.diagnostic.Diagnostic;
import io.tidings.asyncapi.diagnostic.Diagnostics;
import io.tidings.asyncapi.grammar.Grammar;
import io.tidings.asyncapi.grammar.GrammarCheck;
import io.tidings.asyncapi.grammar.Kind;
import io.tidings.asyncapi.reference.Sources;
import io.tidings.asyncapi.rule.SettingsFile;
import io.tidings.asyncapi.source.Node;
import io.tidings.asyncapi.source.Node.ArrayNode;
import io.tidings.asyncapi.source.Node.ObjectNode;
import io.tidings.asyncapi.source.SourceFile;
import io.tidings.asyncapi.source.SourceLimits;
import io.tidings.asyncapi.source.SourceReader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The part {@code check} of the settings file: beside the document, or named by the user. What is wrong in it is told all at
 * once, and then nothing of it counts.
 *
 * @param policy empty where something is wrong
 * @param diagnostics what is wrong
 */
public record PolicyFile(Optional<Policy> policy, List<Diagnostic> diagnostics) {

    public PolicyFile {
        diagnostics = List.copyOf(diagnostics);
    }

    /**
     * Reads it.
     *
     * @param named the file that the user named; null for {@code .tidings.yaml} beside the document, where there is one
     */
    public static PolicyFile read(@Nullable Path named, Path document) {
        Path path = SettingsFile.of(named, document).path().orElse(null);
        if (path == null) {
            return new PolicyFile(Optional.of(Policy.NONE), List.of());
        }
        Diagnostics diagnostics = new Diagnostics();
        Policy policy = root(path, diagnostics)
                .map(settings -> policy(settings, diagnostics))
                .orElse(Policy.NONE);
        List<Diagnostic> all = diagnostics.all();
        return new PolicyFile(all.stream().anyMatch(Diagnostic::isError) ? Optional.empty() : Optional.of(policy), all);
    }

    /** The settings; empty where the file has none. */
    static Optional<ObjectNode> root(Path path, Diagnostics diagnostics) {
        SourceFile file = new SourceReader(SourceLimits.DEFAULT).read(path, path.toString());
        SettingsFile.problems(file).forEach(problem -> diagnostics.add(Sources.asDiagnostic(problem)));
        file.root()
                .ifPresent(root -> new GrammarCheck(Grammar.settings(), "", diagnostics)
                        .check(root, new Kind.Described("Settings")));
        return file.root().filter(ObjectNode.class::isInstance).map(ObjectNode.class::cast);
    }

    /** What reading a document yielded, and what is wrong here: both is the user's, and told together. */
    public ReadResult told(ReadResult document) {
        List<Diagnostic> all = new ArrayList<>(document.diagnostics());
        all.addAll(diagnostics);
        return new ReadResult(document.file(), document.document(), all, document.version(), document.sources());
    }

    private static Policy policy(ObjectNode settings, Diagnostics diagnostics) {
        ObjectNode check = settings.object("check").orElse(null);
        if (check == null) {
            return Policy.NONE;
        }
        PolicyEntries entries = new PolicyEntries(diagnostics, PolicyEntries.Known.ofCheck());
        Map<String, Counting> counting = new HashMap<>();
        Map<String, Node> seen = new HashMap<>();
        items(check, "rules")
                .forEach(entry -> entries.counting(entry, seen)
                        .ifPresent(counts -> counting.put(entry.string("rule").orElse(""), counts)));
        List<Suppression> suppressions = new ArrayList<>();
        items(check, "suppressions")
                .forEach(entry -> entries.suppression(entry, matching(entry)).ifPresent(suppressions::add));
        return new Policy(suppressions, counting);
    }

    static Map<Suppression.Field, String> matching(ObjectNode entry) {
        Map<Suppression.Field, String> matching = new EnumMap<>(Suppression.Field.class);
        for (Suppression.Field field : Suppression.Field.values()) {
            entry.string(field.label()).ifPresent(text -> matching.put(field, text));
        }
        return matching;
    }

    static List<ObjectNode> items(ObjectNode node, String field) {
        return node.array(field).map(ArrayNode::items).orElse(List.of()).stream()
                .filter(ObjectNode.class::isInstance)
                .map(ObjectNode.class::cast)
                .toList();
    }
}
