package io.tidings.asyncapi.rule;

import io.tidings.asyncapi.diagnostic.Severity;

/**
 * What a rule is.
 *
 * @param id the code of its diagnostics: stable, kebab-case
 * @param summary one sentence: what holds where the rule is kept
 */
public record RuleInfo(String id, Severity severity, String summary) {}
