package io.tidings.compat.policy;

import io.tidings.asyncapi.diagnostic.Diagnostics;
import io.tidings.asyncapi.diagnostic.DidYouMean;
import io.tidings.asyncapi.source.Node;
import io.tidings.asyncapi.source.Node.ObjectNode;
import io.tidings.compat.rule.GateRules;
import io.tidings.compat.rule.RuleInfo;
import io.tidings.compat.rulebook.Rules;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Reads single entries of a policy; what their form lacks has been told before. */
final class PolicyEntries {

    private static final String WHY = "it is for those who will wonder why";

    /**
     * The rules that can be named.
     *
     * @param of who speaks, in words: {@code the check}
     * @param firm ids of those that stand as they are
     */
    record Known(String of, List<String> ids, Set<String> firm) {

        static Known ofCheck() {
            Set<String> firm = Rules.all().stream()
                    .filter(rule -> rule.area().equals("suppression"))
                    .map(RuleInfo::id)
                    .collect(Collectors.toSet());
            return new Known("the check", Rules.all().stream().map(RuleInfo::id).toList(), firm);
        }
    }

    private final Diagnostics diagnostics;
    private final Known rules;

    PolicyEntries(Diagnostics diagnostics, Known rules) {
        this.diagnostics = diagnostics;
        this.rules = rules;
    }

    /** How much a rule counts; empty where that cannot be. */
    Optional<Counting> counting(ObjectNode entry, Map<String, Node> seen) {
        String id = rule(entry, seen).orElse(null);
        if (id == null) {
            return Optional.empty();
        }
        Optional<Counting> counting = entry.string("counts").flatMap(Counting::named);
        List<Counting> possible = possible(id);
        if (counting.isPresent() && !possible.contains(counting.get())) {
            error(
                    PolicyCode.POLICY_COUNTS,
                    "'" + id + "' cannot count as '" + counting.get().label() + "'",
                    entry.get("counts").orElse(entry),
                    "it can be " + possible.stream().map(Counting::label).collect(Collectors.joining(", ")));
            return Optional.empty();
        }
        boolean raised = counting.isPresent() && (counting.get() == Counting.MAJOR || counting.get() == Counting.ERROR);
        if (counting.isEmpty() || (!raised && !reasoned(entry, "'" + id + "' counts otherwise without a reason"))) {
            return Optional.empty();
        }
        return counting;
    }

    /** How much a rule of a landscape weighs, as a severity or {@code off}; empty where that cannot be. */
    Optional<String> weight(ObjectNode entry, Map<String, Node> seen) {
        String id = rule(entry, seen).orElse(null);
        if (id == null) {
            return Optional.empty();
        }
        Optional<String> weight = entry.string("severity");
        boolean raised = weight.filter("error"::equals).isPresent();
        return raised || reasoned(entry, "'" + id + "' weighs otherwise without a reason") ? weight : Optional.empty();
    }

    /** The rule that an entry speaks of, once; empty where that cannot be. */
    private Optional<String> rule(ObjectNode entry, Map<String, Node> seen) {
        Node named = entry.get("rule").orElse(null);
        String id = named == null ? null : named.text().orElse(null);
        if (named == null || id == null || !known(named, id)) {
            return Optional.empty();
        }
        Node earlier = seen.putIfAbsent(id, named);
        if (earlier != null) {
            error(
                    PolicyCode.POLICY_RULE_TWICE,
                    "how much '" + id + "' counts is said twice",
                    named,
                    "keep one of them; the other is in line "
                            + earlier.location().line());
            return Optional.empty();
        }
        return Optional.of(id);
    }

    /** A suppression; empty where something is wrong with it. */
    Optional<Suppression> suppression(ObjectNode entry, Map<Suppression.Field, String> matching) {
        Node named = entry.get("rule").orElse(null);
        String id = named == null ? null : named.text().orElse(null);
        boolean known = named != null && id != null && known(named, id);
        boolean reasoned = entry.string("reason").isPresent() && reasoned(entry, "a suppression has no reason");
        LocalDate until = until(entry.get("until").orElse(null));
        return id != null && known && reasoned && until != null
                ? Optional.of(
                        new Suppression(id, matching, entry.string("reason").orElse(""), until, entry.location()))
                : Optional.empty();
    }

    private static List<Counting> possible(String id) {
        if (GateRules.isNote(id)) {
            return Counting.OF_NOTES;
        }
        return GateRules.contain(id) ? Counting.OF_THE_GATE : Counting.OF_CHANGES;
    }

    private boolean known(Node named, String id) {
        if (!rules.ids().contains(id)) {
            error(
                    PolicyCode.POLICY_RULE_UNKNOWN,
                    "there is no rule '" + id + "' of " + rules.of(),
                    named,
                    DidYouMean.among(id, rules.ids())
                            .map(near -> "did you mean '" + near + "'?")
                            .orElse("'tidings rules' lists them"));
            return false;
        }
        if (rules.firm().contains(id)) {
            error(
                    PolicyCode.POLICY_RULE_FIRM,
                    "'" + id + "' stands as it is",
                    named,
                    "mend the suppression that it is about");
            return false;
        }
        return true;
    }

    private boolean reasoned(ObjectNode entry, String message) {
        Node reason = entry.get("reason").orElse(null);
        if (reason != null && reason.text().map(text -> !text.isBlank()).orElse(false)) {
            return true;
        }
        if (reason == null || reason.text().isPresent()) { // that it is no text has been told
            error(PolicyCode.POLICY_REASON_MISSING, message, reason == null ? entry : reason, "add 'reason': " + WHY);
        }
        return false;
    }

    private @Nullable LocalDate until(@Nullable Node node) {
        String text = node == null ? null : node.text().orElse(null);
        if (node == null || text == null) {
            return null;
        }
        try {
            return LocalDate.parse(text);
        } catch (DateTimeException e) {
            error(
                    PolicyCode.POLICY_UNTIL,
                    "'" + text + "' is no date",
                    node,
                    "write year, month and day of the last day on which it holds: 2027-03-31");
            return null;
        }
    }

    private void error(PolicyCode code, String message, Node at, String hint) {
        diagnostics.error(code.id(), message, at, hint);
    }
}
