package io.tidings.replication.internal.copy;

import java.util.Map;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;

/**
 * When a copy that runs last knew all that there was. While logs grow without a pause their end is never met; so ends that were
 * seen before are kept until they are passed, or a copy that is a second behind all day would seem to have been away. For one
 * thread.
 */
final class Attendance {

    private static final long NEVER = -1;

    private long known = NEVER;
    private @Nullable Ends awaited;

    /** It has caught up for the first time. Afterwards this says nothing: an absence is no new beginning. */
    void begin(long now) {
        if (known == NEVER) {
            known = now;
        }
    }

    /**
     * The latest ends that were passed.
     *
     * @param latest those that were seen last; null if none were
     * @return null if none of those that are awaited were passed yet
     */
    @Nullable Ends reached(@Nullable Ends latest, Map<TopicPartition, Long> positions) {
        Ends before = awaited;
        if (latest != null && latest.reachedBy(positions)) {
            awaited = null;
            return latest;
        }
        if (before != null && !before.reachedBy(positions)) {
            return null;
        }
        awaited = latest;
        return before;
    }

    /** For how long before these ends, in milliseconds, it knew of nothing; 0 if it has not caught up yet. */
    long away(long at) {
        return known == NEVER ? 0 : Math.max(0, at - known);
    }

    /** It knows all that there was then. */
    void reached(long at) {
        if (known != NEVER) {
            known = Math.max(known, at);
        }
    }
}
