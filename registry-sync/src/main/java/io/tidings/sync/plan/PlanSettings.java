package io.tidings.sync.plan;

import org.jspecify.annotations.Nullable;

/**
 * How to plan.
 *
 * @param payloads the strategy of payloads, whatever documents say; null for what they say, or else {@code topic-record},
 *     under which generated clients look
 * @param keys the strategy of keys, whatever documents say; null for what they say, or else {@code topic}, the default of
 *     all serializers
 * @param references whether types that several schemas need become subjects of their own, to which the others refer
 * @param all whether the schemas of what the application receives are registered too, not only of what it sends
 */
public record PlanSettings(
        @Nullable SubjectStrategy payloads, @Nullable SubjectStrategy keys, boolean references, boolean all) {

    /** As documents say; whole schemas; of what is sent. */
    public static final PlanSettings DEFAULT = new PlanSettings(null, null, false, false);

    /** The same with another strategy of payloads. */
    public PlanSettings withPayloads(@Nullable SubjectStrategy strategy) {
        return new PlanSettings(strategy, keys, references, all);
    }

    /** The same with another strategy of keys. */
    public PlanSettings withKeys(@Nullable SubjectStrategy strategy) {
        return new PlanSettings(payloads, strategy, references, all);
    }

    /** The same with or without references. */
    public PlanSettings withReferences(boolean asked) {
        return new PlanSettings(payloads, keys, asked, all);
    }

    /** The same with or without what is received. */
    public PlanSettings withAll(boolean asked) {
        return new PlanSettings(payloads, keys, references, asked);
    }

    @Nullable SubjectStrategy of(Part part) {
        return part == Part.KEY ? keys : payloads;
    }
}
