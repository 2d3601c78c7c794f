package io.tidings.asyncapi.rule;

import io.tidings.asyncapi.diagnostic.Severity;

/** A WARNING where what an expression leads to is an object or a list: neither is an address, a parameter or an id. */
final class ExpressionValueRule implements Rule {
    private static final RuleInfo INFO =
            new RuleInfo("expression-value", Severity.WARNING, "a runtime expression leads to a single value");

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public void check(Subject subject, Findings findings) {
        for (Expression expression : Expressions.wellFormed(subject)) {
            expression.seen(subject).stream()
                    .filter(seen -> seen.sighting().composite())
                    .findFirst()
                    .ifPresent(seen -> findings.add(
                            expression.node(),
                            "this leads to an object or a list in " + expression.holder(seen.message()) + ", and "
                                    + expression.use().title + " is a single value",
                            "lead on to a single part of it",
                            seen.sighting().place(),
                            "its schema"));
        }
    }
}
