package io.tidings.replication.internal.copy;

import io.tidings.replication.internal.copy.Cluster.Topic;
import io.tidings.replication.internal.copy.CopyStores.OpenCopy;
import io.tidings.replication.internal.copy.Ledger.Place;
import io.tidings.replication.internal.copy.store.StoreFailure;
import io.tidings.replication.internal.driver.EventReader;
import io.tidings.replication.internal.driver.Input;
import io.tidings.replication.internal.driver.PatientReader;
import io.tidings.replication.internal.driver.Readiness;
import io.tidings.replication.internal.driver.Replica;
import io.tidings.replication.internal.driver.RowEdits;
import io.tidings.replication.internal.driver.StopSignal;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ThreadFactory;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The driver's thread: opens the store, follows the logs, and begins again where it must. Only what no new beginning can mend ends
 * it.
 */
final class CopyLoop implements Runnable {

    private static final Logger LOG = LoggerFactory.getLogger(CopyLoop.class);
    private static final Duration TICK = Duration.ofMillis(100);
    /** Nobody asks the broker about absences as short as this. */
    private static final Duration ALWAYS_KEPT = Duration.ofMinutes(1);

    private static final Duration FOR_EVER = Duration.ofDays(365);

    private final Replica replica;
    private final CopySettings settings;
    private final Cluster cluster;
    private final CopyStores stores;
    private final OpenStore open;
    private final CopyProgress progress;
    private final Readiness readiness;
    private final RowEdits edits;
    private final StopSignal stop;
    private final Clock clock;
    private final Pauses pauses;
    private Attendance attendance = new Attendance();

    CopyLoop(
            Replica replica,
            CopySettings settings,
            Cluster cluster,
            CopyStores stores,
            OpenStore open,
            CopyProgress progress,
            Readiness readiness,
            RowEdits edits,
            StopSignal stop,
            Clock clock) {
        this.replica = replica;
        this.settings = settings;
        this.cluster = cluster;
        this.stores = stores;
        this.open = open;
        this.progress = progress;
        this.readiness = readiness;
        this.edits = edits;
        this.stop = stop;
        this.clock = clock;
        this.pauses = new Pauses(stop);
    }

    @Override
    public void run() {
        try (stores) {
            while (!stop.stopped()) {
                keep();
            }
        } catch (Throwable e) {
            LOG.error("{}: replication has stopped for good", replica.view(), e);
            readiness.fail(e);
        }
    }

    /** One store's life. */
    private void keep() {
        OpenCopy opened;
        try {
            opened = stores.open();
        } catch (StoreFailure e) {
            LOG.warn("{}: the store cannot be opened for now", replica.view(), e);
            pauses.pause();
            return;
        }
        Runnable afterwards = () -> {};
        attendance = new Attendance();
        try {
            progress.show(opened.copy().ledger());
            open.open(opened.store());
            follow(opened.copy());
        } catch (LogsChangedException e) {
            LOG.warn("{}: all rows are fetched again, since {}", replica.view(), e.getMessage());
            afterwards = stores::clear;
        } catch (StoreFailure e) {
            if (e.kind() == StoreFailure.Kind.DAMAGED) {
                afterwards = () -> stores.putAside(e);
            } else {
                LOG.warn("{}: the store fails; it is opened again", replica.view(), e);
                afterwards = pauses::pause;
            }
        } finally {
            readiness.newEpoch();
            open.shut();
            CopyStores.closeQuietly(opened.store());
        }
        afterwards.run();
    }

    /** Follows the logs with one consumer after another, as long as the store is good. */
    private void follow(Copy copy) {
        while (!stop.stopped()) {
            try {
                Map<String, Topic> topics = cluster.describe(replica.topics());
                checkLogs(copy.ledger(), topics);
                topics.forEach((name, topic) -> copy.ledger().follow(name, topic.id()));
                follow(copy, topics);
            } catch (LogsChangedException | StoreFailure e) {
                throw e;
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            } catch (RuntimeException e) {
                if (Failures.beyondRepair(e)) {
                    throw e;
                }
                if (!stop.stopped()) {
                    LOG.warn("{}: the logs cannot be followed for now, trying again", replica.view(), e);
                    pauses.pause();
                }
            }
            copy.commit();
        }
        copy.flush();
    }

    private void follow(Copy copy, Map<String, Topic> topics) throws InterruptedException {
        Set<TopicPartition> partitions = LogWatch.partitions(topics);
        long epoch = readiness.epoch();
        Ends goal = new Ends(clock.millis(), cluster.ends(partitions));
        ThreadFactory threads = work -> daemon(work, "tidings-copy-work-" + replica.view());
        try (LogWatch watch = LogWatch.start(cluster, replica.topics(), clock, threads);
                Fetcher fetcher = fetcher(places(copy.ledger(), partitions), threads)) {
            Set<TopicPartition> followed = new HashSet<>(partitions);
            boolean ready = false;
            while (!stop.stopped()) {
                step(copy, fetcher);
                if (!ready && goal.reachedBy(copy.ledger().positions())) {
                    ready = true;
                    attendance.begin(clock.millis());
                    copy.caughtUp();
                    readiness.caughtUp(epoch);
                    pauses.reset();
                }
                observe(copy, watch);
                followMore(copy, watch, fetcher, followed);
            }
        } finally {
            copy.commit();
        }
    }

    /** Applies what came, and commits it when there is nothing more just now, or enough; a first load takes its time. */
    private void step(Copy copy, Fetcher fetcher) throws InterruptedException {
        open.rethrowDamage();
        Chunk chunk = fetcher.next(TICK);
        if (chunk != null) {
            copy.apply(chunk, progress::passedOver);
            progress.applied(chunk);
        }
        copy.edit(edits);
        boolean nothingMore = chunk == null || (fetcher.idle() && !copy.loading());
        if (nothingMore || copy.full()) {
            copy.commit();
            copy.housekeeping();
        }
    }

    /** Whoever was cut off for too long does not say that it is up to date: that would be all that tells of it. */
    private void observe(Copy copy, LogWatch watch) {
        Ends ends = attendance.reached(watch.ends(), copy.ledger().positions());
        if (ends == null) {
            return;
        }
        long away = attendance.away(ends.at());
        if (away > ALWAYS_KEPT.toMillis()) {
            Duration kept = cluster.tombstonesKept(replica.topics());
            if (kept != null && away > kept.toMillis()) {
                throw LogsChangedException.away(away, kept.toMillis());
            }
        }
        attendance.reached(ends.at());
        copy.upToDate(ends.at());
        progress.caughtUp(ends.at());
    }

    /** New partitions are followed from their beginning: whatever is in them is new. */
    private void followMore(Copy copy, LogWatch watch, Fetcher fetcher, Set<TopicPartition> followed) {
        Map<String, Topic> topics = watch.topics();
        if (topics == null) {
            return;
        }
        checkSame(copy.ledger(), topics);
        Set<TopicPartition> more = LogWatch.partitions(topics);
        more.removeAll(followed);
        if (!more.isEmpty()) {
            LOG.info("{}: {} are new, and followed from now on", replica.view(), more);
            fetcher.add(places(copy.ledger(), more));
            followed.addAll(more);
        }
    }

    private void checkLogs(Ledger ledger, Map<String, Topic> topics) {
        checkSame(ledger, topics);
        if (ledger.fresh()) {
            return;
        }
        Duration kept = cluster.tombstonesKept(topics.keySet());
        long away = clock.millis() - ledger.upToDate();
        if (kept != null && away > kept.toMillis()) {
            throw LogsChangedException.away(away, kept.toMillis());
        }
    }

    private static void checkSame(Ledger ledger, Map<String, Topic> topics) {
        topics.forEach((name, topic) -> {
            boolean same = ledger.topicId(name).map(topic.id()::equals).orElse(true);
            if (!same) {
                throw LogsChangedException.recreated(name);
            }
        });
    }

    /** Where partitions go on; those that were never followed begin at what is still there. */
    private Map<TopicPartition, Place> places(Ledger ledger, Set<TopicPartition> partitions) {
        Map<TopicPartition, Place> places = new HashMap<>();
        Set<TopicPartition> unknown = new HashSet<>();
        for (TopicPartition partition : partitions) {
            Place place = ledger.place(partition);
            if (place == null) {
                unknown.add(partition);
            } else {
                places.put(partition, place);
            }
        }
        cluster.beginnings(unknown).forEach((partition, offset) -> {
            Place place = new Place(offset, -1);
            places.put(partition, place);
            // A partition without records is never heard of again; this is how far it is followed.
            ledger.move(partition, place);
        });
        return places;
    }

    private Fetcher fetcher(Map<TopicPartition, Place> places, ThreadFactory threads) {
        Map<String, EventReader> readers = new HashMap<>();
        for (Input input : replica.inputs()) {
            readers.put(input.topic(), new PatientReader(input.reader(), FOR_EVER, stop));
        }
        return Fetcher.start(
                new KafkaConsumer<>(settings.consumer()),
                new Decoder(readers, threads),
                places,
                "tidings-copy-fetch-" + replica.view());
    }

    private static Thread daemon(Runnable work, String name) {
        Thread thread = new Thread(work, name);
        thread.setDaemon(true);
        return thread;
    }
}
