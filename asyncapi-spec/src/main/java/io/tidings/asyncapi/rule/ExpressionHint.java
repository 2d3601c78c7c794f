package io.tidings.asyncapi.rule;

import io.tidings.asyncapi.diagnostic.DidYouMean;
import io.tidings.asyncapi.rule.Expression.Seen;
import io.tidings.asyncapi.schema.Sighting;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What an expression that finds nothing was probably meant to say. */
final class ExpressionHint {
    private ExpressionHint() {}

    static @Nullable String of(Expression expression, Seen seen, Subject subject) {
        Sighting sighting = seen.sighting();
        List<String> tokens = expression.tokens();
        if (sighting.depth() >= tokens.size()) {
            return null;
        }
        String token = tokens.get(sighting.depth());
        Optional<String> near = DidYouMean.among(token, sighting.declared());
        String exchanged = expression.exchanged(subject, seen.message());
        if (near.isPresent()) {
            return "did you mean '" + near.get() + "'?";
        }
        return exchanged != null ? "did you mean '" + exchanged + "'?" : DidYouMean.hint(token, sighting.declared());
    }
}
