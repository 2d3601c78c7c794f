package io.tidings.compat;

import io.tidings.asyncapi.model.AsyncApiDocument;
import io.tidings.compat.policy.Policy;
import io.tidings.compat.rule.Axis;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;

/**
 * How to check.
 *
 * @param axis whose compatibility counts
 * @param strict whether a warning fails the check
 * @param policy what a team has decided about findings
 * @param beside documents that are served beside the head: what is in them is not gone
 * @param clock tells today, for sunsets and suppressions
 * @param staleTold whether a suppression that matches nothing is told: not where other documents share it
 */
public record CheckOptions(
        Axis axis, boolean strict, Policy policy, List<AsyncApiDocument> beside, Clock clock, boolean staleTold) {

    /** The wire, warnings passing, nothing suppressed. */
    public static final CheckOptions DEFAULT = new CheckOptions(Axis.WIRE, false);

    public CheckOptions {
        beside = List.copyOf(beside);
    }

    /** Nothing suppressed, nothing beside, today's date. */
    public CheckOptions(Axis axis, boolean strict) {
        this(axis, strict, Policy.NONE, List.of(), Clock.systemUTC(), true);
    }

    /** The same with what a team has decided. */
    public CheckOptions withPolicy(Policy decided) {
        return new CheckOptions(axis, strict, decided, beside, clock, staleTold);
    }

    /** The same with documents that are served beside the head. */
    public CheckOptions withBeside(List<AsyncApiDocument> documents) {
        return new CheckOptions(axis, strict, policy, documents, clock, staleTold);
    }

    /** The same with another clock. */
    public CheckOptions withClock(Clock other) {
        return new CheckOptions(axis, strict, policy, beside, other, staleTold);
    }

    /** The same, telling suppressions that match nothing or not. */
    public CheckOptions withStaleTold(boolean told) {
        return new CheckOptions(axis, strict, policy, beside, clock, told);
    }

    /** The date that counts, in the clock's zone. */
    LocalDate today() {
        return LocalDate.now(clock);
    }
}
