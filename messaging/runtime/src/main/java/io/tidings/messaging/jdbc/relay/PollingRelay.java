package io.tidings.messaging.jdbc.relay;

import io.tidings.messaging.Health;
import io.tidings.messaging.TransactionalSink;
import io.tidings.messaging.observe.Listeners;
import io.tidings.messaging.observe.MessagingListener;
import io.tidings.messaging.observe.RelayWatch;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * Sends what stands in the outbox and deletes it: in the order of ids, so in order for each key. Looks when woken, and from
 * time to time. Runs on threads of its own; safe for use by several threads.
 *
 * <p>It never loses a message and may send one twice, when it is stopped between the broker's commit and the database's:
 * receivers are idempotent ({@link io.tidings.messaging.jdbc.inbox.JdbcIdempotentReceiver}). Any number of relays may run, one of each name leads, or one
 * for each shard ({@link RelayOptions#withShards}), and another takes over within the lease when that one dies, hangs or is paused. While database or broker are away it tries again, with
 * growing pauses, for ever. A message that can never be sent is marked and holds back its own key only ({@link
 * RelayStatus#barred}).
 */
public final class PollingRelay implements AutoCloseable {
    /** So many leases after trouble the others of a group do not count on this one. */
    private static final int DOUBT = 3;

    private static final Duration CLOSING = Duration.ofSeconds(10);

    private final DataSource database;
    private final RelayOptions options;
    private final List<RelayLoop> loops;
    private final @Nullable RelayGroup group;

    private PollingRelay(DataSource database, RelayOptions options, List<RelayLoop> loops, @Nullable RelayGroup group) {
        this.database = database;
        this.options = options;
        this.loops = loops;
        this.group = group;
    }

    /**
     * Starts a relay. Neither database nor broker need be there yet. It holds a connection for each shard that it serves.
     *
     * @param sinks opens a sink for a transactional id, which shuts out every sink opened for it before
     * @param listeners are told what it does
     */
    public static PollingRelay start(
            DataSource database,
            Function<String, TransactionalSink> sinks,
            RelayOptions options,
            MessagingListener... listeners) {
        RelayWatch watch = Listeners.of(List.of(listeners)).relay(options.name());
        RelayLoop.Duty duty = (term, loop) -> relay(term, loop, idle(options));
        if (options.shards() == 1) {
            RelayLoop loop = RelayLoop.alone(database, sinks, options, duty, watch);
            return new PollingRelay(database, options, List.of(loop), null);
        }
        ShardShares shares = new ShardShares(options.shards(), options.lease().multipliedBy(DOUBT), System::nanoTime);
        RelayLayout layout = new RelayLayout(options, shares.owner());
        List<RelayLoop> loops = IntStream.range(0, options.shards())
                .mapToObj(shard -> RelayLoop.start(database, sinks, options, duty, watch, shares, layout, shard))
                .toList();
        RelayGroup group = new RelayGroup(database, options, shares, () -> loops.forEach(RelayLoop::call));
        group.start();
        return new PollingRelay(database, options, loops, group);
    }

    private static void relay(RelayTerm term, RelayLoop loop, Duration idle) throws SQLException {
        try (AsideThread aside = new AsideThread(Thread.currentThread().getName() + "-aside")) {
            RelayPump pump = new RelayPump(term, aside);
            while (!loop.closing()) {
                boolean busy = pump.step();
                loop.recovered();
                if (!busy) {
                    loop.awaitWork(idle);
                }
            }
            pump.finish();
        }
    }

    /** An idle leader must still renew its lease in time. */
    private static Duration idle(RelayOptions options) {
        Duration lease = options.lease().dividedBy(4);
        return options.pollInterval().compareTo(lease) < 0 ? options.pollInterval() : lease;
    }

    /** Tells the relay that messages were committed: call it after the commit. Cheap; many calls are one. */
    public void wake() {
        loops.forEach(RelayLoop::wake);
    }

    /**
     * How it is doing, and how the outbox is: asks the database.
     *
     * @throws io.tidings.messaging.TransientMessagingException if the database is away
     */
    public RelayStatus status() {
        List<RelayStatus.Role> roles = loops.stream().map(RelayLoop::role).toList();
        int leading = Collections.frequency(roles, RelayStatus.Role.LEADER);
        RelayStatus.Role role = leading > 0 ? RelayStatus.Role.LEADER : roles.get(0);
        return RelayLoop.status(database, role, sent(), trouble(), options.shards(), leading);
    }

    /** How many messages it has sent since it was started; those of a batch count when that was noted in the database. */
    public long sent() {
        return loops.stream().mapToLong(RelayLoop::sent).sum();
    }

    private @Nullable String trouble() {
        return loops.stream()
                .map(RelayLoop::trouble)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }

    /** How it is, without asking the database. */
    public Health health() {
        return loops.stream()
                .map(RelayLoop::health)
                .filter(health -> !health.equals(Health.UP))
                .findFirst()
                .orElse(Health.UP);
    }

    /** {@link RelayStatus#backlog}. */
    public long backlog() {
        return status().backlog();
    }

    /** As {@link #close(Duration)}, within 10 s. */
    @Override
    public void close() {
        close(CLOSING);
    }

    /**
     * Finishes the batches at hand, and lets other relays lead.
     *
     * @return false if that took longer; it then ends by itself
     */
    public boolean close(Duration deadline) {
        long end = System.nanoTime() + deadline.toNanos();
        loops.forEach(RelayLoop::end);
        boolean closed = true;
        for (RelayLoop loop : loops) {
            closed &= loop.close(Duration.ofNanos(Math.max(0, end - System.nanoTime())));
        }
        if (group != null) {
            group.close();
        }
        return closed;
    }
}
