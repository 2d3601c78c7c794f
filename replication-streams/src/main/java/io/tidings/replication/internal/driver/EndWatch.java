package io.tidings.replication.internal.driver;

import java.time.Instant;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Function;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;

/**
 * When a view last knew all that there was. While a log grows without a pause, no look ever finds a view at its end; so the ends
 * that were seen at one moment are kept until the view has passed them: then it knows all that there was at that moment. Asked and
 * told by one thread, read by any.
 */
public final class EndWatch {

    private @Nullable Look pending;
    private volatile @Nullable Instant caughtUpAt;

    private record Look(Instant at, Map<TopicPartition, Long> ends) {}

    /** Whether the ends that were seen last have been passed, so that newer ones can be looked at. */
    public boolean idle() {
        return pending == null;
    }

    /**
     * The ends were seen.
     *
     * @param at before they were asked for: what came afterwards may not be in them
     */
    public void saw(Instant at, Map<TopicPartition, Long> ends) {
        pending = new Look(at, Map.copyOf(ends));
    }

    /**
     * Compares with how far the view has come.
     *
     * @param followed what it follows now: what has gone to another instance is that one's affair
     * @param position of an input; empty if not known
     */
    public void look(Set<TopicPartition> followed, Function<TopicPartition, OptionalLong> position) {
        Look seen = pending;
        if (seen == null) {
            return;
        }
        if (!seen.ends().keySet().containsAll(followed)) {
            // Something came along whose end was not looked at: this look can never tell of it.
            pending = null;
            return;
        }
        boolean passed = followed.stream()
                .allMatch(
                        input -> position.apply(input).orElse(-1) >= seen.ends().getOrDefault(input, 0L));
        if (passed) {
            caughtUpAt = seen.at();
            pending = null;
        }
    }

    /** The latest moment of which it knows all that there was; null if there is none. */
    public @Nullable Instant caughtUpAt() {
        return caughtUpAt;
    }
}
