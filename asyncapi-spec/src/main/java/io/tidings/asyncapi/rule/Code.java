package io.tidings.asyncapi.rule;

import io.tidings.asyncapi.diagnostic.Severity;

/**
 * A code that a diagnostic may carry.
 *
 * @param id stable, kebab-case, never reused
 * @param severity how much such a diagnostic weighs unless it says otherwise
 * @param summary one sentence: what holds where nothing is said
 * @param kind who says it
 */
public record Code(String id, Severity severity, String summary, Kind kind) {

    /** Who says it. */
    public enum Kind {
        /** The reading itself: without it there is nothing to judge, so that it can be neither switched off nor weighed anew. */
        STRUCTURE,
        /** A rule that always holds. */
        FIRM_RULE,
        /** A rule that {@link RuleSettings} can switch off. */
        RULE,
        /** A rule that {@link RuleSettings} can switch on. */
        RECOMMENDED_RULE
    }

    static Code of(RuleInfo rule) {
        Kind kind = switch (rule.standing()) {
            case FIRM -> Kind.FIRM_RULE;
            case USUAL -> Kind.RULE;
            case RECOMMENDED -> Kind.RECOMMENDED_RULE;
        };
        return new Code(rule.id(), rule.severity(), rule.summary(), kind);
    }

    /** Whether {@link RuleSettings} may name it. */
    public boolean adjustable() {
        return kind == Kind.RULE || kind == Kind.RECOMMENDED_RULE;
    }
}
