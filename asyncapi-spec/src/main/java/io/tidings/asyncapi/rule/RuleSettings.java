package io.tidings.asyncapi.rule;

import io.tidings.asyncapi.diagnostic.Severity;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * How rules are weighed. Only rules can be: what reading itself says, and the few rules without which the model would lack
 * a part, stand as they are (see {@link Code#adjustable()}). Immutable.
 *
 * @param byRule what is said of single rules, by id
 * @param recommendedToo whether rules of good practice apply that the specification does not ask for
 */
public record RuleSettings(Map<String, Weight> byRule, boolean recommendedToo) {

    /** Every rule weighs what it says itself; good practice is not asked for. */
    public static final RuleSettings DEFAULT = new RuleSettings(Map.of(), false);

    /** What is said of a rule. */
    public sealed interface Weight {}

    /** It applies and weighs this much. */
    public record Weighs(Severity severity) implements Weight {}

    /** It does not apply, for a reason that others can read. */
    public record Off(String reason) implements Weight {}

    public RuleSettings {
        byRule = Map.copyOf(byRule);
    }

    /** The same, with good practice asked for. */
    public RuleSettings recommended() {
        return new RuleSettings(byRule, true);
    }

    /**
     * The same, with another severity of a rule.
     *
     * @throws IllegalArgumentException if there is no such rule, or it cannot be weighed anew
     */
    public RuleSettings with(String rule, Severity severity) {
        return with(rule, new Weighs(severity));
    }

    /**
     * The same without a rule.
     *
     * @throws IllegalArgumentException if there is no such rule, it cannot be switched off, or no reason is given
     */
    public RuleSettings without(String rule, String reason) {
        if (reason.isBlank()) {
            throw new IllegalArgumentException("no reason is given why " + rule + " is off");
        }
        return with(rule, new Off(reason));
    }

    private RuleSettings with(String rule, Weight weight) {
        if (!Codes.of(rule).map(Code::adjustable).orElse(false)) {
            throw new IllegalArgumentException(rule + " is no rule that can be weighed");
        }
        Map<String, Weight> weights = new TreeMap<>(byRule);
        weights.put(rule, weight);
        return new RuleSettings(weights, recommendedToo);
    }

    /** These, and where they say nothing, others. */
    public RuleSettings over(RuleSettings others) {
        Map<String, Weight> weights = new TreeMap<>(others.byRule);
        weights.putAll(byRule);
        return new RuleSettings(weights, recommendedToo || others.recommendedToo);
    }

    /** How much a rule weighs here; empty where it does not apply. */
    Optional<Severity> severityOf(RuleInfo rule) {
        Weight weight = rule.standing() == RuleInfo.Standing.FIRM ? null : byRule.get(rule.id());
        if (weight == null) {
            boolean asked = recommendedToo || rule.standing() != RuleInfo.Standing.RECOMMENDED;
            return asked ? Optional.of(rule.severity()) : Optional.empty();
        }
        return weight instanceof Weighs weighs ? Optional.of(weighs.severity()) : Optional.empty();
    }
}
