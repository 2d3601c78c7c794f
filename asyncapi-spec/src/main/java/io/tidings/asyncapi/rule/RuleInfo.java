package io.tidings.asyncapi.rule;

import io.tidings.asyncapi.diagnostic.Severity;

/**
 * What a rule is. Why it is one, and what it says of a document that breaks it, stands on its page, {@code
 * docs/rules/<id>.md}.
 *
 * @param id the code of its diagnostics: stable, kebab-case
 * @param severity how much its diagnostics weigh unless {@link RuleSettings} say otherwise
 * @param summary one sentence: what holds where the rule is kept
 * @param standing whether it is applied unasked, and whether that can be changed
 */
public record RuleInfo(String id, Severity severity, String summary, Standing standing) {

    /** Whether a rule is applied unasked, and whether that can be changed. */
    public enum Standing {
        /** Always applied, as it is: where it is broken, the model lacks a part, and what follows would judge half a document. */
        FIRM,
        /** Applied unless the settings switch it off. */
        USUAL,
        /** Good practice that the specification does not ask for: applied where the settings ask for it. */
        RECOMMENDED
    }

    /** A rule that is applied unasked and can be switched off. */
    public RuleInfo(String id, Severity severity, String summary) {
        this(id, severity, summary, Standing.USUAL);
    }

    /** An error that cannot be switched off. */
    static RuleInfo firm(String id, String summary) {
        return new RuleInfo(id, Severity.ERROR, summary, Standing.FIRM);
    }

    /** Good practice, a warning where it is asked for. */
    static RuleInfo recommended(String id, String summary) {
        return new RuleInfo(id, Severity.WARNING, summary, Standing.RECOMMENDED);
    }
}
