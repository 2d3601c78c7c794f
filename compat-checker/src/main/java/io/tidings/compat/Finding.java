package io.tidings.compat;

import io.tidings.asyncapi.source.Location;
import io.tidings.compat.rule.Bump;
import io.tidings.compat.rule.Impact;
import io.tidings.compat.rule.RuleInfo;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/**
 * A change and what it means.
 *
 * @param rule the id of the rule that says so
 * @param role what the described application does here: {@code send}, {@code receive} or {@code both}
 * @param channel its key in the document; null where the document as a whole is meant
 * @param operation the key of the operation concerned; null where none is
 * @param message the name of the message concerned; null where none is
 * @param path within the payload, such as {@code $.lines[].price}; empty elsewhere
 * @param base where it stands in the base; null where it has no place there
 * @param head where it stands in the head; null where it has no place there
 * @param reason what changed and who breaks how
 * @param hint the way out
 */
public record Finding(
        String rule,
        Impact impact,
        String role,
        @Nullable String channel,
        @Nullable String operation,
        @Nullable String message,
        String path,
        @Nullable Location base,
        @Nullable Location head,
        String reason,
        String hint) {

    /** What breaks first; then by place. The order in which every report prints. */
    public static final Comparator<Finding> ORDER = Comparator.comparing(
                    (Finding finding) -> finding.impact().wire(), Comparator.<Bump>reverseOrder())
            .thenComparing(finding -> finding.impact().source(), Comparator.<Bump>reverseOrder())
            .thenComparing(Finding::place)
            .thenComparing(Finding::rule)
            .thenComparing(Finding::path)
            .thenComparing(Finding::reason);

    /** The same, counting otherwise. */
    Finding with(Impact other) {
        return new Finding(rule, other, role, channel, operation, message, path, base, head, reason, hint);
    }

    /** Whether someone should look at it although it does not break. */
    public boolean warning() {
        return impact.warning();
    }

    /** A finding of the gate: about the document as a whole. */
    static Finding ofGate(
            RuleInfo rule, boolean warning, @Nullable Location base, @Nullable Location head, String reason) {
        return ofGate(rule, warning, null, base, head, reason);
    }

    /** The same about a channel. */
    static Finding ofGate(
            RuleInfo rule,
            boolean warning,
            @Nullable String channel,
            @Nullable Location base,
            @Nullable Location head,
            String reason) {
        Impact impact = Impact.ofGate(warning);
        return new Finding(rule.id(), impact, "both", channel, null, null, "", base, head, reason, rule.hint());
    }

    /** The head's place, or the base's where the head has none. */
    public Location place() {
        if (head != null) {
            return head;
        }
        return base == null ? Location.startOf("") : base;
    }
}
