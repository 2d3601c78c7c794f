package io.tidings.asyncapi;

import io.tidings.asyncapi.rule.RuleSettings;
import io.tidings.asyncapi.source.SourceLimits;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * How to read.
 *
 * @param limits how much of a file is read before a problem is reported instead
 * @param rules how rules are weighed; goes before what a file says
 * @param settings the file that says how rules are weighed; null for {@code .tidings.yaml} beside the document, where there
 *     is one
 */
public record ReadOptions(
        SourceLimits limits, RuleSettings rules, @Nullable Path settings) {

    /** What {@link AsyncApi#read(java.nio.file.Path)} uses. */
    public static final ReadOptions DEFAULT = new ReadOptions(SourceLimits.DEFAULT, RuleSettings.DEFAULT, null);

    /** The same with other weights of rules. */
    public ReadOptions withRules(RuleSettings weights) {
        return new ReadOptions(limits, weights, settings);
    }

    /** The same with the settings in a file, whatever stands beside the document. */
    public ReadOptions withSettings(Path file) {
        return new ReadOptions(limits, rules, file);
    }
}
