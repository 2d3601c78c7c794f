package io.tidings.replication.internal.sql;

import io.tidings.replication.internal.driver.EndWatch;
import io.tidings.replication.internal.driver.Readiness;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Finds out when the table has caught up, whoever writes it: all partitions have come to the ends that were captured at the start.
 * Then shows the SQL view, looks about once a second whether the table still stands at the end, and sweeps old graves away. Has a
 * thread of its own, since it waits for brokers and the database.
 */
final class Watch implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Watch.class);
    private static final Duration INTERVAL = Duration.ofMillis(20);
    private static final Duration AFTERWARDS = Duration.ofSeconds(1);
    private static final Duration SHORTEST_SWEEP = Duration.ofSeconds(1);
    private static final Duration LONGEST_SWEEP = Duration.ofMinutes(1);
    private static final int SWEPT_AT_ONCE = 1_000;

    private final String view;
    private final Collection<String> topics;
    private final Logs logs;
    private final Map<TopicPartition, Long> captured;
    private final SqlProgress progress;
    private final EndWatch ends = new EndWatch();
    private final Readiness readiness;
    private final GraveSweep graves;
    private final Runnable show;
    private final Clock clock;
    private final ScheduledExecutorService thread;
    private @Nullable Instant looked;
    private @Nullable Instant swept;
    private boolean missed;

    /** Removes graves that are old enough. */
    @FunctionalInterface
    interface GraveSweep {
        /** Removes at most so many, and says how many they were. */
        int sweep(Instant dugBy, int limit);
    }

    /**
     * A watch that has not begun.
     *
     * @param captured where the logs ended at the start
     * @param show what to do once the table has caught up
     */
    Watch(
            String view,
            Collection<String> topics,
            Logs logs,
            Map<TopicPartition, Long> captured,
            SqlProgress progress,
            Readiness readiness,
            GraveSweep graves,
            Runnable show,
            Clock clock) {
        this.view = view;
        this.topics = topics;
        this.logs = logs;
        this.captured = Map.copyOf(captured);
        this.progress = progress;
        this.readiness = readiness;
        this.graves = graves;
        this.show = show;
        this.clock = clock;
        this.thread = Executors.newSingleThreadScheduledExecutor(work -> {
            Thread daemon = new Thread(work, "tidings-sql-watch-" + view);
            daemon.setDaemon(true);
            return daemon;
        });
    }

    /**
     * Begins.
     *
     * @param graveRetention how long graves are kept
     */
    void start(Duration graveRetention) {
        // What is scheduled ends with the executor; a failed look is logged and repeated.
        var unused = thread.scheduleWithFixedDelay(
                () -> look(graveRetention), 0, INTERVAL.toMillis(), TimeUnit.MILLISECONDS);
    }

    @Override
    public void close() {
        thread.shutdownNow();
    }

    private void look(Duration graveRetention) {
        try {
            if (!readiness.ready()) {
                catchUp();
            } else if (isOver(looked, AFTERWARDS)) {
                looked = clock.instant();
                lookAtTheEnd();
                sweep(graveRetention);
            }
            missed = false;
        } catch (RuntimeException e) {
            if (!missed && (Partitions.passes(e) || e instanceof KafkaException)) {
                LOG.warn("{}: cannot tell for now how far it has come: {}", view, e.getMessage());
            } else if (!missed) {
                LOG.error("{}: cannot tell how far it has come", view, e);
            }
            missed = true;
        }
    }

    private void catchUp() {
        long epoch = readiness.epoch();
        Map<TopicPartition, Long> positions = progress.positions();
        boolean reached = captured.entrySet().stream()
                .allMatch(end -> positions.getOrDefault(end.getKey(), Claim.BEGINNING) >= end.getValue());
        if (reached) {
            show.run();
            readiness.caughtUp(epoch);
        }
    }

    /** While the logs grow without a pause their end is never met; so what was seen before counts once it is passed. */
    private void lookAtTheEnd() {
        Instant now = clock.instant();
        Set<TopicPartition> partitions = Inputs.partitions(logs.describe(topics));
        Map<TopicPartition, Long> newest = logs.ends(partitions);
        Map<TopicPartition, Long> positions = progress.positions();
        Function<TopicPartition, OptionalLong> position =
                partition -> OptionalLong.of(positions.getOrDefault(partition, 0L));
        ends.look(partitions, position);
        if (ends.idle() || SqlProgress.behind(positions, newest) == 0) {
            ends.saw(now, newest);
            ends.look(partitions, position);
        }
        Instant known = ends.caughtUpAt();
        if (known != null) {
            progress.caughtUp(known);
        }
    }

    /** Every instance does, and each leaves alone what another one is just removing or writing. */
    private void sweep(Duration retention) {
        Duration tenth = retention.dividedBy(10);
        Duration between = tenth.compareTo(SHORTEST_SWEEP) < 0
                ? SHORTEST_SWEEP
                : tenth.compareTo(LONGEST_SWEEP) < 0 ? tenth : LONGEST_SWEEP;
        if (progress.graves() == 0 || !isOver(swept, between)) {
            return;
        }
        swept = clock.instant();
        int removed;
        do {
            removed = graves.sweep(clock.instant().minus(retention), SWEPT_AT_ONCE);
        } while (removed == SWEPT_AT_ONCE && !thread.isShutdown());
    }

    private boolean isOver(@Nullable Instant last, Duration pause) {
        return last == null || !clock.instant().isBefore(last.plus(pause));
    }
}
