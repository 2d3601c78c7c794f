package io.tidings.asyncapi.rule;

/** A judgement over the whole model. */
interface Rule {
    RuleInfo info();

    void check(Subject subject, Findings findings);
}
