package io.tidings.benchmarks.transactional;

import io.tidings.messaging.jdbc.relay.PollingRelay;
import io.tidings.messaging.jdbc.relay.RelayOptions;
import io.tidings.outbox.debezium.LogTailingRelay;
import io.tidings.outbox.debezium.ReplicationAddress;
import java.sql.SQLException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;

/** Who may send what stands in the outbox. */
final class Forwarders {

    static final String NAIVE = "naive poller";
    static final String WOKEN = "polling, woken";
    static final String DEBEZIUM = "debezium";

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final int PROBE = 0;

    private Forwarders() {}

    /** Ways to empty it. */
    static Map<String, Forwarder.Start> draining() {
        Map<String, Forwarder.Start> all = new LinkedHashMap<>();
        all.put("polling, deletes", site -> polling(site, options()));
        all.put("polling, 2 shards", site -> polling(site, options().withShards(2)));
        all.put("polling, marks", site -> polling(site, options().keepingSent(Duration.ofHours(1))));
        all.put("log tailing", Forwarders::tailing);
        all.put(DEBEZIUM, RouterEngine::start);
        all.put(NAIVE, NaivePoller::start);
        return all;
    }

    /** Ways to be told of a commit. */
    static Map<String, Forwarder.Start> waking() {
        Map<String, Forwarder.Start> all = new LinkedHashMap<>();
        all.put(WOKEN, site -> polling(site, options()));
        all.put("log tailing", Forwarders::tailing);
        all.put(DEBEZIUM, RouterEngine::start);
        all.put(NAIVE, NaivePoller::start);
        return all;
    }

    /** One that works: a first message was committed and sent. */
    static Forwarder start(Forwarder.Start start, Site site, Outbox outbox) throws Exception {
        Forwarder forwarder = start.on(site);
        try {
            outbox.publish("probe", PROBE);
            long end = System.nanoTime() + PATIENCE.toNanos();
            while (!forwarder.hasSent(1)) {
                if (System.nanoTime() > end) {
                    throw new IllegalStateException("Nothing was sent within " + PATIENCE);
                }
                forwarder.wake();
                LockSupport.parkNanos(Duration.ofMillis(5).toNanos());
            }
            return forwarder;
        } catch (Exception e) {
            forwarder.close();
            throw e;
        }
    }

    private static RelayOptions options() {
        return RelayOptions.named(UUID.randomUUID().toString());
    }

    private static Forwarder polling(Site site, RelayOptions options) {
        PollingRelay relay = PollingRelay.start(site.database(), site.transport()::transactionalSink, options);
        // A shard that is not led yet would be found by the first message that belongs to it, and not by the probe.
        while (relay.status().leading() < options.shards()) {
            LockSupport.parkNanos(Duration.ofMillis(1).toNanos());
        }
        return new Forwarder() {
            @Override
            public void wake() {
                relay.wake();
            }

            @Override
            public boolean hasSent(long messages) throws SQLException {
                return !site.unsent();
            }

            @Override
            public void close() {
                relay.close();
            }
        };
    }

    private static Forwarder tailing(Site site) {
        RelayOptions options = options();
        ReplicationAddress log =
                ReplicationAddress.of("127.0.0.1", site.server().port(), site.name(), "postgres", "postgres");
        LogTailingRelay relay =
                LogTailingRelay.start(site.database(), log, site.transport()::transactionalSink, options);
        return new Forwarder() {
            @Override
            public boolean hasSent(long messages) throws SQLException {
                return !site.unsent() && streams(site);
            }

            @Override
            public void close() {
                String slot = relay.slot().name();
                relay.close();
                drop(site, slot);
            }
        };
    }

    /** Before that it sends what the table holds. */
    private static boolean streams(Site site) throws SQLException {
        return site.count("pg_stat_replication WHERE state = 'streaming'") == 1;
    }

    /** It would keep the log, and there are few. */
    private static void drop(Site site, String slot) {
        try {
            site.execute("SELECT pg_drop_replication_slot('" + slot + "')");
        } catch (SQLException e) {
            throw new IllegalStateException("Slot " + slot + " is still in use", e);
        }
    }
}
