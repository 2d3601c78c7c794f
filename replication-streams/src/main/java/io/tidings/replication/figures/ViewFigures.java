package io.tidings.replication.figures;

import io.tidings.replication.ReplicaView;
import io.tidings.replication.internal.driver.BareView;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/** What the figures of one view are. */
public final class ViewFigures {

    private static final long LAG_HOLDS_NANOS = Duration.ofSeconds(2).toNanos();

    private final String name;
    private final BareView<?, ?> view;
    private final InstantSource clock;
    private final AtomicBoolean asking = new AtomicBoolean();
    private volatile @Nullable Asked lag;

    private record Asked(double value, long at) {}

    public ViewFigures(ReplicaView<?, ?> view, InstantSource clock) {
        this.name = view.definition().view();
        this.view = (BareView<?, ?>) view;
        this.clock = clock;
    }

    public String view() {
        return name;
    }

    /** A figure as it is now; not a number where it is not known. */
    public double value(Figure figure) {
        return switch (figure) {
            case READY -> view.readiness().ready() ? 1 : 0;
            case ROWS -> view.progress().live();
            case GRAVES -> view.progress().graves();
            case PARKED -> view.progress().parked();
            case WITHOUT_KEY -> view.progress().withoutKey();
            case PARTITIONS -> view.progress().positions().size();
            case LAG -> lag();
            case AGE -> secondsSince(view.progress().caughtUpAt());
            case NEWEST_AGE -> secondsSince(view.progress().newest());
        };
    }

    private double secondsSince(Optional<Instant> time) {
        return time.map(at -> Math.max(0, Duration.between(at, clock.instant()).toMillis() / 1000.0))
                .orElse(Double.NaN);
    }

    /** Several may look at it at once, and often: one of them asks the broker, now and then, and nobody waits for that one. */
    private double lag() {
        Asked known = lag;
        boolean old = known == null || System.nanoTime() - known.at() >= LAG_HOLDS_NANOS;
        if (old && asking.compareAndSet(false, true)) {
            try {
                double found = askedLag();
                // After the answer, which may have taken its time: the broker is not asked without end.
                known = new Asked(found, System.nanoTime());
                lag = known;
            } finally {
                asking.set(false);
            }
        }
        return known == null ? Double.NaN : known.value();
    }

    private double askedLag() {
        try {
            return view.progress().lag();
        } catch (RuntimeException e) {
            return Double.NaN;
        }
    }
}
