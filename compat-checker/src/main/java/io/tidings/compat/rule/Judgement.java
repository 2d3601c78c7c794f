package io.tidings.compat.rule;

/** What a rule says of one change. */
public record Judgement(RuleInfo rule, Impact impact, String reason) {}
