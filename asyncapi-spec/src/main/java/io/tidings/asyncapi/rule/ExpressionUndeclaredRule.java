package io.tidings.asyncapi.rule;

import io.tidings.asyncapi.diagnostic.Severity;
import io.tidings.asyncapi.rule.Expression.Seen;
import io.tidings.asyncapi.rule.Expression.Verdict;
import io.tidings.asyncapi.schema.Presence;
import java.util.List;

/**
 * A WARNING where a message that an expression is read from declares fields, but not the one it names, and where some of
 * several messages can never have it.
 */
final class ExpressionUndeclaredRule implements Rule {
    private static final RuleInfo INFO = new RuleInfo(
            "expression-undeclared",
            Severity.WARNING,
            "a runtime expression leads to a field that every message declares");

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public void check(Subject subject, Findings findings) {
        for (Expression expression : Expressions.wellFormed(subject)) {
            List<Seen> all = expression.seen(subject);
            if (expression.verdict(all) != Verdict.LACKING) {
                continue;
            }
            List<Seen> lacking = all.stream().filter(Seen::isLacking).toList();
            Seen first = lacking.get(0);
            int others = lacking.size() - 1;
            String path = expression.path(first.sighting());
            String holder = expression.holder(first.message());
            findings.add(
                    expression.node(),
                    (first.is(Presence.NEVER)
                                    ? "there can be no " + path + " in " + holder
                                    : "no " + path + " is declared in " + holder)
                            + (others == 0 ? "" : ", and the same holds of " + others + " more"),
                    ExpressionHint.of(expression, first, subject),
                    first.sighting().place(),
                    "its schema");
        }
    }
}
