package io.tidings.asyncapi.rule;

import io.tidings.asyncapi.diagnostic.Severity;
import io.tidings.asyncapi.rule.Expression.Seen;
import io.tidings.asyncapi.rule.Expression.Verdict;
import java.util.List;

/** An ERROR where no message that an expression is read from can ever have the field it names. */
final class ExpressionTargetRule implements Rule {
    private static final RuleInfo INFO = new RuleInfo(
            "expression-target", Severity.ERROR, "a runtime expression leads to a field that can be there");

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public void check(Subject subject, Findings findings) {
        for (Expression expression : Expressions.wellFormed(subject)) {
            List<Seen> all = expression.seen(subject);
            if (expression.verdict(all) != Verdict.HOPELESS) {
                continue;
            }
            Seen first = all.get(0);
            int others = all.size() - 1;
            findings.add(
                    expression.node(),
                    "there can be no " + expression.path(first.sighting()) + " in "
                            + expression.holder(first.message())
                            + (others == 0
                                    ? ""
                                    : ", nor in " + (others == 1 ? "the other one" : "the " + others + " others")),
                    ExpressionHint.of(expression, first, subject),
                    first.sighting().place(),
                    "its schema");
        }
    }
}
