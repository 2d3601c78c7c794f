package io.tidings.asyncapi.rule;

import io.tidings.asyncapi.diagnostic.Severity;
import io.tidings.asyncapi.rule.Expression.Seen;
import io.tidings.asyncapi.rule.Expression.Verdict;
import io.tidings.asyncapi.schema.Presence;
import java.util.List;

/** An INFO where messages need not have the field that an expression names. */
final class ExpressionOptionalRule implements Rule {
    private static final RuleInfo INFO = new RuleInfo(
            "expression-optional", Severity.INFO, "a runtime expression leads to a field that every message has");

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public void check(Subject subject, Findings findings) {
        for (Expression expression : Expressions.wellFormed(subject)) {
            List<Seen> all = expression.seen(subject);
            boolean composite = all.stream().anyMatch(seen -> seen.sighting().composite());
            if (composite || expression.verdict(all) != Verdict.OPTIONAL) {
                continue;
            }
            all.stream().filter(ExpressionOptionalRule::mayLack).findFirst().ifPresent(seen -> {
                boolean isNull = seen.is(Presence.SOMETIMES)
                        && seen.sighting().depth() == expression.tokens().size();
                String path = expression.path(seen.sighting());
                String holder = expression.holder(seen.message());
                findings.add(
                        expression.node(),
                        (isNull ? path + " may be null in " + holder : path + " is not always in " + holder) + ": "
                                + expression.use().loss,
                        isNull ? "leave null out, if it never is" : "let the schema say so, if it always is there",
                        seen.sighting().place(),
                        "its schema");
            });
        }
    }

    private static boolean mayLack(Seen seen) {
        return seen.is(Presence.SOMETIMES) || seen.isLacking();
    }
}
