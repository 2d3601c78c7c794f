package io.tidings.replication;

import io.tidings.messaging.TransientMessagingException;
import io.tidings.replication.core.Row;
import io.tidings.replication.internal.driver.IndexEntry;
import io.tidings.replication.internal.driver.Rows;
import io.tidings.replication.internal.driver.ViewDriver;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.BiPredicate;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Rows that may be answered with: only while the view is ready, and as fresh as its policy asks. */
final class AnsweringRows implements Rows {

    private final ReplicaDefinition<?, ?> definition;
    private final Supplier<ViewDriver> driver;
    private final Clock clock;

    AnsweringRows(ReplicaDefinition<?, ?> definition, Supplier<ViewDriver> driver, Clock clock) {
        this.definition = definition;
        this.driver = driver;
        this.clock = clock;
    }

    @Override
    public Optional<Row> get(byte[] key) {
        ViewDriver now = driver.get();
        long epoch = admitted(now);
        Optional<Row> row = now.rows().get(key);
        if (row.isEmpty()) {
            // It may have gone with its partition after we were admitted.
            refuseAfter(epoch, now);
        }
        return row;
    }

    @Override
    public void forEach(BiPredicate<byte[], Row> visitor) {
        visit(rows -> rows.forEach(visitor));
    }

    @Override
    public void range(byte @Nullable [] from, byte @Nullable [] to, BiPredicate<byte[], Row> visitor) {
        visit(rows -> rows.range(from, to, visitor));
    }

    @Override
    public void byIndex(IndexEntry entry, BiPredicate<byte[], Row> visitor) {
        visit(rows -> rows.byIndex(entry, visitor));
    }

    private void visit(Consumer<Rows> reading) {
        ViewDriver now = driver.get();
        long epoch = admitted(now);
        reading.accept(now.rows());
        refuseAfter(epoch, now);
    }

    /** The epoch is taken before readiness is asked, so that it cannot be a later one's. */
    private long admitted(ViewDriver now) {
        long epoch = now.readiness().epoch();
        if (!now.readiness().ready()) {
            throw notReady();
        }
        if (definition.staleness() instanceof Staleness.FailAfter limit) {
            checkAge(now.progress().caughtUpAt(), limit.age());
        }
        return epoch;
    }

    private void refuseAfter(long epoch, ViewDriver now) {
        if (now.readiness().epoch() != epoch) {
            throw notReady();
        }
    }

    private void checkAge(Optional<Instant> caughtUpAt, Duration allowed) {
        Duration age =
                caughtUpAt.map(at -> Duration.between(at, clock.instant())).orElse(null);
        if (age == null || age.compareTo(allowed) > 0) {
            throw new StaleReplicaException(definition.view(), age, allowed);
        }
    }

    private TransientMessagingException notReady() {
        return new TransientMessagingException(
                "View '" + definition.view() + "' is not ready: it catches up, or its partitions move", null);
    }
}
