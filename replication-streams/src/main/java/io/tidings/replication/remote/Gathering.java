package io.tidings.replication.remote;

import io.tidings.replication.StaleReplicaException;
import io.tidings.replication.TooManyRowsException;
import io.tidings.replication.UnansweredException;
import io.tidings.replication.internal.driver.BareView;
import io.tidings.replication.internal.driver.Placements;
import io.tidings.replication.remote.Lookup.Located;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Function;

/**
 * Asks all that hold a part of a view at once, and is content when every partition was answered for: while partitions move, or an
 * instance is gone, it asks again, and where that may be, a standby.
 */
final class Gathering {

    private static final long PAUSE_NANOS = Duration.ofMillis(20).toNanos();

    private final BareView<?, ?> view;
    private final Peers peers;
    private final LocalRows local;
    private final Function<SortedSet<Integer>, PeerQuery> query;

    /**
     * Prepares to ask.
     *
     * @param query given the partitions for which a standby is asked: none for who holds them
     */
    Gathering(BareView<?, ?> view, Peers peers, Function<SortedSet<Integer>, PeerQuery> query) {
        this.view = view;
        this.peers = peers;
        this.local = new LocalRows(view, peers.options());
        this.query = query;
    }

    /**
     * Asks until the deadline.
     *
     * @throws UnansweredException if for some partitions nobody gave an answer
     */
    List<Located> all(Deadline deadline) {
        Placements placements = view.placements();
        String problem = "";
        do {
            Round round = new Round(deadline);
            round.askHolders(placements);
            SortedSet<Integer> missing = round.missing(placements);
            if (!missing.isEmpty() && view.answersAlways()) {
                round.askStandbys(placements, missing);
                missing = round.missing(placements);
            }
            if (missing.isEmpty()) {
                return round.replies;
            }
            if (problem.isEmpty() || !round.timedOut) {
                problem = "for partitions " + missing + " " + round.problems;
            }
            LockSupport.parkNanos(Math.min(PAUSE_NANOS, deadline.left().toNanos()));
        } while (!deadline.passed() && !Thread.currentThread().isInterrupted());
        throw new UnansweredException(
                "Nobody answered for all of view '" + view.replica().view() + "' in time: " + problem, null);
    }

    /** One attempt to ask everybody. */
    private final class Round {
        private final Deadline deadline;
        private final List<Located> replies = new ArrayList<>();
        private final Set<Integer> answered = new HashSet<>();
        private final Map<String, String> problems = new TreeMap<>();
        private boolean timedOut;

        Round(Deadline deadline) {
            this.deadline = deadline;
        }

        void askHolders(Placements placements) {
            String self = placements.self().orElse("");
            Set<String> others = new TreeSet<>();
            for (int partition : placements.partitions()) {
                placements.owner(partition).filter(host -> !host.equals(self)).ifPresent(others::add);
            }
            Duration timeout = view.answersAlways() ? deadline.forFirstOfTwo() : deadline.forHop();
            PeerQuery held = query.apply(Collections.emptySortedSet());
            Map<String, PeerQuery> queries = new LinkedHashMap<>();
            others.forEach(host -> queries.put(host, held));
            queries.put(self, held);
            ask(queries, timeout, false);
        }

        void askStandbys(Placements placements, SortedSet<Integer> missing) {
            Map<String, SortedSet<Integer>> byHost = new HashMap<>();
            for (int partition : missing) {
                standby(placements, partition)
                        .ifPresent(host -> byHost.computeIfAbsent(host, same -> new TreeSet<>())
                                .add(partition));
            }
            Map<String, PeerQuery> queries = new LinkedHashMap<>();
            byHost.forEach((host, partitions) -> queries.put(host, query.apply(partitions)));
            ask(queries, deadline.forHop(), true);
        }

        private Optional<String> standby(Placements placements, int partition) {
            List<String> standbys = placements.standbys(partition);
            return standbys.stream()
                    .filter(host -> !peers.suspect(host))
                    .findFirst()
                    .or(() -> standbys.stream().findFirst());
        }

        private void ask(Map<String, PeerQuery> queries, Duration timeout, boolean standby) {
            String self = view.placements().self().orElse("");
            Deadline end = Deadline.in(timeout);
            Map<String, CompletableFuture<HttpResponse<byte[]>>> sent = new LinkedHashMap<>();
            queries.forEach((host, asked) -> {
                if (!host.equals(self)) {
                    sent.put(host, peers.send(host, view.wireName(), asked, timeout));
                }
            });
            PeerQuery mine = queries.get(self);
            if (mine != null) {
                // Meanwhile, the others are at work.
                take(self, standby, () -> local.answer(mine, end.left()));
            }
            sent.forEach((host, answer) -> take(host, standby, () -> peers.await(host, answer, end.left())));
        }

        private void take(String host, boolean standby, Asking asking) {
            try {
                PeerReply reply = asking.reply();
                if (answered.addAll(reply.partitions()) || !view.placements().spread()) {
                    replies.add(new Located(reply, host, standby));
                }
            } catch (PeerException e) {
                String text = String.valueOf(e.getMessage());
                if (e.problem() == PeerProblem.TOO_MANY_ROWS) {
                    throw new TooManyRowsException(text);
                }
                if (e.problem() == PeerProblem.STALE) {
                    throw new StaleReplicaException(text);
                }
                timedOut |= e.timedOut();
                problems.put(host, text);
            }
        }

        SortedSet<Integer> missing(Placements placements) {
            SortedSet<Integer> missing = new TreeSet<>(placements.partitions());
            missing.removeAll(answered);
            // A view that has no partitions of its own is whole when this instance has answered.
            return missing.isEmpty() && replies.isEmpty() && !problems.isEmpty() ? new TreeSet<>(Set.of(0)) : missing;
        }
    }

    private interface Asking {
        PeerReply reply() throws PeerException;
    }
}
