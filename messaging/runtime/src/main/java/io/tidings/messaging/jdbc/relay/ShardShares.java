package io.tidings.messaging.jdbc.relay;

import java.time.Duration;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.LongSupplier;

/**
 * Which shards are for this relay, out of what was last seen of the others. Everybody gets equally many, give or take one, and
 * those who have most keep the odd ones, so that no more is moved than must be. It decides nothing that safety depends on: that
 * is up to the leases. Safe for use by several threads.
 */
final class ShardShares implements RelayTurns {
    private final String owner = UUID.randomUUID().toString();
    private final int shards;
    /** What this relay leads, or tries for. */
    private final TreeSet<Integer> held = new TreeSet<>();

    private final long doubt;
    private final LongSupplier nanoTime;
    private boolean doubtful;
    private long troubledAt;
    private int share;
    private Set<Integer> taken = Set.of();

    /** @param doubt for how long after trouble the others should not count on this relay */
    ShardShares(int shards, Duration doubt, LongSupplier nanoTime) {
        this.shards = shards;
        this.doubt = doubt.toNanos();
        this.nanoTime = nanoTime;
    }

    @Override
    public String owner() {
        return owner;
    }

    /**
     * Tells who is there.
     *
     * @param members who else takes part
     * @param leaders who leads what, this relay's own shards included or not
     * @return whether somebody here should look again
     */
    synchronized boolean see(Set<String> members, Map<Integer, String> leaders) {
        Map<String, Integer> counts = new HashMap<>();
        members.forEach(member -> counts.put(member, 0));
        leaders.values().forEach(leader -> counts.computeIfPresent(leader, (key, count) -> count + 1));
        counts.put(owner, held.size());
        List<String> order = counts.keySet().stream()
                .sorted(Comparator.comparing((String member) -> -counts.getOrDefault(member, 0))
                        .thenComparing(Comparator.naturalOrder()))
                .toList();
        share = shards / order.size() + (order.indexOf(owner) < shards % order.size() ? 1 : 0);
        Set<Integer> others = new HashSet<>();
        leaders.forEach((shard, leader) -> {
            if (!leader.equals(owner)) {
                others.add(shard);
            }
        });
        taken = others;
        return held.size() > share || (held.size() < share && held.size() + taken.size() < shards);
    }

    @Override
    public synchronized boolean mayBegin(int shard) {
        return held.size() < share && !taken.contains(shard) && held.add(shard);
    }

    /** The highest ones are given up first. */
    @Override
    public synchronized boolean mustEnd(int shard) {
        return held.size() > share && held.tailSet(shard, false).size() < held.size() - share;
    }

    @Override
    public synchronized void ended(int shard, boolean well) {
        held.remove(shard);
        if (!well) {
            doubtful = true;
            troubledAt = nanoTime.getAsLong();
        }
    }

    /** Whether the others can count on this relay. One that cannot lead must not keep a share from them. */
    synchronized boolean sound() {
        doubtful = doubtful && nanoTime.getAsLong() - troubledAt < doubt;
        return !doubtful;
    }
}
