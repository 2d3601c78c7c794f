package io.tidings.replication.internal.generations;

import io.tidings.messaging.TransientMessagingException;
import io.tidings.replication.core.Burial;
import io.tidings.replication.core.KeyMarks;
import io.tidings.replication.core.Row;
import io.tidings.replication.core.Sweep;
import io.tidings.replication.internal.driver.RowEdit;
import io.tidings.replication.internal.driver.ViewDriver;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Finds and buries what was deleted while a view was away for longer than its topics keep tombstones: mark and sweep. */
public final class MissedDeletes {

    private static final Logger LOG = LoggerFactory.getLogger(MissedDeletes.class);

    private final Predicate<Set<String>> compactedOnly;
    private final Function<Set<TopicPartition>, KeyMarks> marks;
    private final Clock clock;

    /**
     * For views on a cluster.
     *
     * @param settings of a client
     */
    public MissedDeletes(Cluster cluster, Map<String, Object> settings, Clock clock) {
        this(cluster::compactedOnly, partitions -> KeyScan.of(settings, partitions), clock);
    }

    /**
     * For views on what answers as a cluster does.
     *
     * @param compactedOnly whether topics keep a record of each entity that lives
     * @param marks reads the keys of partitions
     */
    MissedDeletes(Predicate<Set<String>> compactedOnly, Function<Set<TopicPartition>, KeyMarks> marks, Clock clock) {
        this.compactedOnly = compactedOnly;
        this.marks = marks;
        this.clock = clock;
    }

    /**
     * Looks for them and buries them, while the driver goes on.
     *
     * @throws TransientMessagingException if partitions move meanwhile: keys of one that came were not marked, so that its rows
     *     would be taken for missed deletes. It is to be begun again when the driver is ready
     */
    public void bury(ViewDriver driver) {
        String view = driver.replica().view();
        if (!compactedOnly.test(driver.replica().topics())) {
            LOG.warn(
                    "View '{}' was away for so long that it may have missed deletes, but its topics {} are not"
                            + " compacted alone: that a key is not there says nothing. Ask the owner (drift audit).",
                    view,
                    driver.replica().topics());
            return;
        }
        long epoch = driver.readiness().epoch();
        Set<TopicPartition> partitions = driver.progress().positions().keySet();
        requireSame(driver, epoch);
        long startedAt = clock.millis();
        Sweep sweep = new Sweep(marks.apply(partitions), startedAt);
        int buried = bury(driver, sweep, epoch);
        LOG.info("View '{}' was away for long: {} deletes were missed, and are made up for", view, buried);
    }

    private int bury(ViewDriver driver, Sweep sweep, long epoch) {
        List<byte[]> due = new ArrayList<>();
        driver.rows().forEach((key, row) -> {
            if (sweep.due(key, row)) {
                due.add(key);
            }
            return true;
        });
        // A partition is shown before its position is: what was found may be rows of one whose keys nobody has marked.
        requireSame(driver, epoch);
        long now = clock.millis();
        int buried = 0;
        for (byte[] key : due) {
            buried += Waiting.on(driver.edit(key, row -> change(sweep, row, now))) ? 1 : 0;
        }
        requireSame(driver, epoch);
        return buried;
    }

    private static void requireSame(ViewDriver driver, long epoch) {
        if (!driver.readiness().ready() || driver.readiness().epoch() != epoch) {
            throw new TransientMessagingException("Partitions have moved while they were swept", null);
        }
    }

    private static Optional<RowEdit.Change> change(Sweep sweep, @Nullable Row row, long now) {
        if (row == null || !sweep.settled(row)) {
            return Optional.empty();
        }
        return Optional.of(row.live() ? new RowEdit.Replace(Burial.swept(row, now)) : new RowEdit.Forget());
    }
}
