package io.tidings.replication.remote;

import io.tidings.messaging.TransientMessagingException;
import io.tidings.replication.AtLeast;
import io.tidings.replication.BehindException;
import io.tidings.replication.ParkedKeyException;
import io.tidings.replication.StaleReplicaException;
import io.tidings.replication.core.Row;
import io.tidings.replication.internal.driver.BareView;
import io.tidings.replication.internal.driver.Placements;
import io.tidings.replication.internal.driver.Rows;
import io.tidings.replication.remote.PeerReply.Found;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.SortedSet;
import org.jspecify.annotations.Nullable;

/** Answers queries from what this instance holds or follows. */
final class LocalRows {

    private final BareView<?, ?> view;
    private final int maxRows;
    private final int maxBytes;

    LocalRows(BareView<?, ?> view, PeerOptions options) {
        this.view = view;
        this.maxRows = options.maxRows();
        this.maxBytes = options.maxBytes();
    }

    PeerReply answer(PeerQuery query, Duration timeout) throws PeerException {
        try {
            if (query instanceof PeerQuery.Get get) {
                return get(get, timeout);
            }
            return query.standby().isEmpty()
                    ? held(query)
                    : followed(collected(query, view.placements().followed(query.standby())), query.standby());
        } catch (ParkedKeyException e) {
            throw new PeerException(PeerProblem.PARKED, e.reason(), e);
        } catch (BehindException e) {
            throw new PeerException(PeerProblem.BEHIND, text(e), e);
        } catch (StaleReplicaException e) {
            throw new PeerException(PeerProblem.STALE, text(e), e);
        } catch (TransientMessagingException e) {
            throw new PeerException(PeerProblem.NOT_READY, text(e), e);
        }
    }

    private PeerReply get(PeerQuery.Get get, Duration timeout) throws PeerException {
        if (!get.standby().isEmpty()) {
            Optional<Row> row = view.placements().followed(get.standby()).get(get.key());
            refuseWhatMayBeOlder(row, get.atLeast());
            return followed(new Collected(found(get.key(), row), false), get.standby());
        }
        Placements placements = view.placements();
        refuseWhatIsElsewhere(placements, get.partition());
        Optional<Row> row = view.find(get.key(), get.atLeast(), timeout);
        if (row.isEmpty()) {
            // It may have moved away while it was looked for.
            refuseWhatIsElsewhere(placements, get.partition());
        }
        Set<Integer> partitions = placements.spread() ? Set.of(get.partition()) : Set.of();
        return current(new Collected(found(get.key(), row), false), partitions);
    }

    /** How far a standby has come in the owner's log it does not know; what version a row has, it does. */
    private static void refuseWhatMayBeOlder(Optional<Row> row, @Nullable String atLeast) throws PeerException {
        if (atLeast == null) {
            return;
        }
        boolean seen = AtLeast.parse(atLeast) instanceof AtLeast.Version wanted
                && row.filter(there -> there.state() != Row.State.UNKNOWN && there.version() >= wanted.version())
                        .isPresent();
        if (!seen) {
            throw new PeerException(PeerProblem.BEHIND, "A standby does not know whether it has seen " + atLeast, null);
        }
    }

    private static void refuseWhatIsElsewhere(Placements placements, int partition) throws PeerException {
        if (placements.spread() && !placements.held().contains(partition)) {
            String owner = placements.owner(partition).orElse(null);
            throw new PeerException(PeerProblem.NOT_MINE, "Partition " + partition + " is not here", owner, null);
        }
    }

    private PeerReply held(PeerQuery query) throws PeerException {
        long epoch = view.readiness().epoch();
        SortedSet<Integer> before = view.placements().held();
        Collected collected = before.isEmpty() && view.placements().spread()
                ? new Collected(List.of(), false)
                : collected(query, view.rows());
        if (view.readiness().epoch() != epoch || !view.placements().held().equals(before)) {
            throw new PeerException(PeerProblem.NOT_READY, "Partitions have moved while rows were read", null);
        }
        return current(collected, before);
    }

    private record Collected(List<Found> rows, boolean more) {}

    private Collected collected(PeerQuery query, Rows rows) throws PeerException {
        Collector collector = new Collector(query instanceof PeerQuery.Range range ? range.limit() : maxRows, query);
        if (query instanceof PeerQuery.Range range) {
            rows.range(range.from(), range.to(), collector::take);
        } else if (query instanceof PeerQuery.ByIndex byIndex) {
            rows.byIndex(byIndex.entry(), collector::take);
        }
        if (collector.overflow) {
            throw new PeerException(PeerProblem.TOO_MANY_ROWS, tooMany(), null);
        }
        return new Collected(collector.rows, collector.more);
    }

    private String tooMany() {
        return "View '" + view.replica().view() + "' answers with at most " + maxRows + " rows or " + maxBytes
                + " bytes at once: ask for a narrower range, or page through it";
    }

    /** Takes live rows until there are enough. */
    private final class Collector {
        private final int limit;
        private final boolean pages;
        private final List<Found> rows = new ArrayList<>();
        private long bytes;
        private boolean more;
        private boolean overflow;

        Collector(int limit, PeerQuery query) {
            this.limit = Math.min(limit, maxRows);
            this.pages = query instanceof PeerQuery.Range;
        }

        boolean take(byte[] key, Row row) {
            if (!row.live()) {
                return true;
            }
            bytes += key.length + row.value().bytes().length;
            if (rows.size() >= limit || (bytes > maxBytes && !rows.isEmpty())) {
                more = pages;
                overflow = !pages;
                return false;
            }
            rows.add(new Found(key, row));
            return true;
        }
    }

    private PeerReply current(Collected collected, Set<Integer> partitions) {
        return new PeerReply(
                collected.rows(),
                collected.more(),
                partitions,
                view.progress().positions(),
                millis(view.progress().newest()),
                millis(view.progress().caughtUpAt()));
    }

    private static PeerReply followed(Collected collected, Set<Integer> partitions) {
        return new PeerReply(
                collected.rows(), collected.more(), partitions, Map.of(), OptionalLong.empty(), OptionalLong.empty());
    }

    private static List<Found> found(byte[] key, Optional<Row> row) {
        return row.map(there -> List.of(new Found(key, there))).orElse(List.of());
    }

    private static OptionalLong millis(Optional<Instant> time) {
        return time.isPresent() ? OptionalLong.of(time.get().toEpochMilli()) : OptionalLong.empty();
    }

    private static String text(RuntimeException e) {
        return String.valueOf(e.getMessage());
    }
}
