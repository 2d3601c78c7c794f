package io.tidings.replication.remote;

import io.tidings.replication.AtLeast;
import io.tidings.replication.Freshness;
import io.tidings.replication.Index;
import io.tidings.replication.Position;
import io.tidings.replication.ReplicaRow;
import io.tidings.replication.ReplicaView;
import io.tidings.replication.core.Row;
import io.tidings.replication.internal.driver.BareView;
import io.tidings.replication.internal.driver.IndexEntry;
import io.tidings.replication.remote.Lookup.Located;
import io.tidings.replication.remote.PeerReply.Found;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A view asked as one, wherever its rows are: on this instance, or on another one of the same service, which is asked over HTTP.
 * Each instance has an endpoint for that ({@code replication.http}) and says with {@code application.server} where it is. Of a
 * view that is here as a whole nobody is asked.
 *
 * <p>Who holds a key is asked first, and who that one refers to; a deadline covers all of it, and each hop gets a little less. If
 * the holder gives no answer, an instance that follows its partition to take over ({@code num.standby.replicas}) answers in its
 * place, where the view's {@linkplain io.tidings.replication.Staleness staleness policy} always answers; the answer says so.
 * Keys must be in the partition that Kafka's default partitioner chooses.
 *
 * <p>What cannot be answered is thrown: {@link io.tidings.replication.UnansweredException} (nobody answered in time),
 * {@link io.tidings.replication.BehindException}, {@link io.tidings.replication.StaleReplicaException} (retryable), {@link
 * io.tidings.replication.ParkedKeyException}, {@link io.tidings.replication.TooManyRowsException} (not). Safe for use by several
 * threads.
 */
public final class EverywhereView<K, V> {

    private final BareView<K, V> view;
    private final Peers peers;
    private final List<String> addresses;

    private EverywhereView(ReplicaView<K, V> view, BareView<K, V> bare, Peers peers) {
        this.view = bare;
        this.peers = peers;
        this.addresses = view.definition().addresses();
    }

    /** A view of {@link io.tidings.replication.Replication#view}, everywhere. */
    public static <K, V> EverywhereView<K, V> of(ReplicaView<K, V> view, Peers peers) {
        @SuppressWarnings("unchecked") // a view is a bare view of its own types
        BareView<K, V> bare = (BareView<K, V>) view;
        return new EverywhereView<>(view, bare, peers);
    }

    /**
     * The row of a key.
     *
     * @param timeout for all of it
     */
    public Answer<V> get(K key, Duration timeout) {
        return find(key, null, timeout);
    }

    /**
     * The row of a key that has seen a change.
     *
     * @param timeout for all of it, the wait for the change included
     * @throws IllegalArgumentException if it is a place on a channel that does not feed the view
     */
    public Answer<V> get(K key, AtLeast atLeast, Duration timeout) {
        if (atLeast instanceof AtLeast.Place place && !addresses.contains(place.address())) {
            throw new IllegalArgumentException(
                    "View '" + view.replica().view() + "' is fed by " + addresses + ", not by " + place.address());
        }
        return find(key, atLeast.toString(), timeout);
    }

    private Answer<V> find(K key, @Nullable String atLeast, Duration timeout) {
        Located located = new Lookup(view, peers).of(view.keyBytes(key), atLeast, Deadline.in(timeout));
        Optional<ReplicaRow<V>> row = located.reply().rows().stream()
                .map(Found::row)
                .filter(Row::live)
                .map(this::row)
                .findFirst();
        return new Answer<>(row, located.from(), located.standby(), freshness(List.of(located)));
    }

    /**
     * The rows that an index finds, in the order of their keys.
     *
     * @throws IllegalArgumentException if the view has no such index
     */
    public <T> Gathered<K, V> by(Index<V, T> index, T value, Duration timeout) {
        IndexEntry entry = view.entry(index.name(), value);
        int limit = peers.options().maxRows();
        return gathered(limit, timeout, standby -> new PeerQuery.ByIndex(entry, limit, standby));
    }

    /**
     * The rows of a range of keys, in their order.
     *
     * @param from the first; null to begin with the first there is
     * @param to the last, which is included; null to end with the last there is
     * @param limit how many rows at most; whether there are more is said
     */
    public Gathered<K, V> range(@Nullable K from, @Nullable K to, int limit, Duration timeout) {
        int most = Math.max(1, Math.min(limit, peers.options().maxRows()));
        byte[] first = from == null ? null : view.keyBytes(from);
        byte[] last = to == null ? null : view.keyBytes(to);
        return gathered(most, timeout, standby -> new PeerQuery.Range(first, last, most, standby));
    }

    private Gathered<K, V> gathered(int limit, Duration timeout, Function<SortedSet<Integer>, PeerQuery> query) {
        List<Located> replies = new Gathering(view, peers, query).all(Deadline.in(timeout));
        List<Found> merged = merged(replies);
        boolean more = replies.stream().anyMatch(located -> located.reply().more());
        if (more) {
            merged = certain(merged, replies);
        }
        if (merged.size() > limit) {
            merged = merged.subList(0, limit);
            more = true;
        }
        List<Entry<K, V>> entries = new ArrayList<>();
        merged.forEach(found -> entries.add(new Entry<>(view.keyOf(found.key()), row(found.row()))));
        Set<String> from = new TreeSet<>();
        Set<Integer> standby = new TreeSet<>();
        for (Located located : replies) {
            from.add(located.from());
            if (located.standby()) {
                standby.addAll(located.reply().partitions());
            }
        }
        return new Gathered<>(entries, more, from, standby, freshness(replies));
    }

    /** By key, each once: while a partition moves, two may answer for it, and the newer row counts. */
    private List<Found> merged(List<Located> replies) {
        Map<byte[], Found> byKey = new TreeMap<>(inOrder());
        for (Located located : replies) {
            for (Found found : located.reply().rows()) {
                byKey.merge(
                        found.key(),
                        found,
                        (one, other) -> one.row().version() >= other.row().version() ? one : other);
            }
        }
        return new ArrayList<>(byKey.values());
    }

    /** Behind the last row of who has more, rows may be missing: they are left for the next page. */
    private List<Found> certain(List<Found> merged, List<Located> replies) {
        Optional<byte[]> end = replies.stream()
                .map(Located::reply)
                .filter(reply -> reply.more() && !reply.rows().isEmpty())
                .map(reply -> reply.rows().get(reply.rows().size() - 1).key())
                .min(inOrder());
        return end.map(last -> merged.stream()
                        .filter(found -> inOrder().compare(found.key(), last) <= 0)
                        .toList())
                .orElse(merged);
    }

    private Comparator<byte[]> inOrder() {
        return (one, other) -> Arrays.compareUnsigned(
                view.replica().order().kept(one), view.replica().order().kept(other));
    }

    private ReplicaRow<V> row(Row row) {
        return new ReplicaRow<>(view.valueOf(row), row.version(), Instant.ofEpochMilli(row.since()));
    }

    private Freshness freshness(List<Located> replies) {
        Map<String, Map<Integer, Long>> offsets = new TreeMap<>();
        addresses.forEach(address -> offsets.put(address, new TreeMap<>()));
        replies.forEach(located -> located.reply()
                .positions()
                .forEach((input, offset) -> offsets.computeIfAbsent(input.topic(), topic -> new TreeMap<>())
                        .put(input.partition(), offset)));
        List<Position> positions = new ArrayList<>();
        addresses.forEach(address -> positions.add(new Position(address, new TreeMap<>(offsets.get(address)))));
        return new Freshness(
                positions,
                time(replies.stream().map(located -> located.reply().newest()).toList(), false),
                time(
                        replies.stream()
                                .map(located -> located.reply().caughtUpAt())
                                .toList(),
                        true));
    }

    /** The newest of some times, or, where each must have one, the oldest. */
    private static Optional<Instant> time(List<OptionalLong> times, boolean each) {
        if (each && times.stream().anyMatch(OptionalLong::isEmpty)) {
            return Optional.empty();
        }
        var known = times.stream().flatMapToLong(OptionalLong::stream);
        OptionalLong found = each ? known.min() : known.max();
        return found.isPresent() ? Optional.of(Instant.ofEpochMilli(found.getAsLong())) : Optional.empty();
    }
}
