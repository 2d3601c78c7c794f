package io.tidings.replication.internal.generations;

import io.tidings.replication.core.Burial;
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
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Finds and buries what was deleted while a view was away for longer than its topics keep tombstones: mark and sweep. */
public final class MissedDeletes {

    private static final Logger LOG = LoggerFactory.getLogger(MissedDeletes.class);

    private final Cluster cluster;
    private final Map<String, Object> settings;
    private final Clock clock;

    /**
     * For views on a cluster.
     *
     * @param settings of a client
     */
    public MissedDeletes(Cluster cluster, Map<String, Object> settings, Clock clock) {
        this.cluster = cluster;
        this.settings = Map.copyOf(settings);
        this.clock = clock;
    }

    /**
     * Looks for them and buries them, while the driver goes on. If partitions move meanwhile, it begins again: rows that came
     * with a partition were not marked.
     */
    public void bury(ViewDriver driver) {
        String view = driver.replica().view();
        if (!cluster.compactedOnly(driver.replica().topics())) {
            LOG.warn(
                    "View '{}' was away for so long that it may have missed deletes, but its topics {} are not"
                            + " compacted alone: that a key is not there says nothing. Ask the owner (drift audit).",
                    view,
                    driver.replica().topics());
            return;
        }
        Set<TopicPartition> partitions;
        do {
            partitions = driver.progress().positions().keySet();
            long startedAt = clock.millis();
            Sweep sweep = new Sweep(KeyScan.of(settings, partitions), startedAt);
            if (driver.progress().positions().keySet().equals(partitions)) {
                int buried = bury(driver, sweep);
                LOG.info("View '{}' was away for long: {} deletes were missed, and are made up for", view, buried);
            }
        } while (!driver.progress().positions().keySet().equals(partitions));
    }

    private int bury(ViewDriver driver, Sweep sweep) {
        List<byte[]> due = new ArrayList<>();
        driver.rows().forEach((key, row) -> {
            if (sweep.due(key, row)) {
                due.add(key);
            }
            return true;
        });
        long now = clock.millis();
        int buried = 0;
        for (byte[] key : due) {
            buried += Waiting.on(driver.edit(key, row -> change(sweep, row, now))) ? 1 : 0;
        }
        return buried;
    }

    private static Optional<RowEdit.Change> change(Sweep sweep, @Nullable Row row, long now) {
        if (row == null || !sweep.settled(row)) {
            return Optional.empty();
        }
        return Optional.of(row.live() ? new RowEdit.Replace(Burial.swept(row, now)) : new RowEdit.Forget());
    }
}
