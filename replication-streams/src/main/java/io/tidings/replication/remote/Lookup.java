package io.tidings.replication.remote;

import io.tidings.replication.BehindException;
import io.tidings.replication.ParkedKeyException;
import io.tidings.replication.StaleReplicaException;
import io.tidings.replication.TooManyRowsException;
import io.tidings.replication.UnansweredException;
import io.tidings.replication.internal.driver.BareView;
import io.tidings.replication.internal.driver.Placements;
import io.tidings.replication.remote.PeerQuery.Get;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/** Looks for one row where it is: at its owner, whoever that is by now, and where that may be, at a standby. */
final class Lookup {

    private static final long PAUSE_NANOS = Duration.ofMillis(20).toNanos();

    private final BareView<?, ?> view;
    private final Peers peers;
    private final LocalRows local;

    /** A reply and who gave it. */
    record Located(PeerReply reply, String from, boolean standby) {}

    Lookup(BareView<?, ?> view, Peers peers) {
        this.view = view;
        this.peers = peers;
        this.local = new LocalRows(view, peers.options());
    }

    /**
     * Looks until the deadline.
     *
     * @throws UnansweredException if nobody gave an answer
     * @throws BehindException if it could be had, but not as new as it was asked for
     */
    Located of(byte[] key, @Nullable String atLeast, Deadline deadline) {
        Placements placements = view.placements();
        int partition = placements.partition(key);
        Get get = new Get(key, partition, atLeast, Collections.emptySortedSet());
        PeerException last = null;
        do {
            List<String> standbys = view.answersAlways() ? placements.standbys(partition) : List.of();
            Optional<String> owner = owner(placements, partition);
            boolean avoid = !standbys.isEmpty() && owner.filter(peers::suspect).isPresent();
            try {
                if (!avoid) {
                    // Who is to wait for a change gets all the time: a standby hardly knows it sooner.
                    return askOwner(owner, get, deadline, atLeast == null && !standbys.isEmpty());
                }
            } catch (PeerException e) {
                last = moreTelling(last, endsIt(e));
            }
            for (String standby : standbys) {
                try {
                    return askStandby(standby, get, deadline);
                } catch (PeerException e) {
                    last = last == null ? e : last;
                }
            }
            if (avoid) {
                try {
                    return askOwner(owner, get, deadline, false);
                } catch (PeerException e) {
                    last = moreTelling(last, endsIt(e));
                }
            }
            LockSupport.parkNanos(Math.min(PAUSE_NANOS, deadline.left().toNanos()));
        } while (!deadline.passed() && !Thread.currentThread().isInterrupted());
        throw unanswered(partition, last);
    }

    /** This instance, where the partition is here, whatever the group's metadata say yet. */
    private static Optional<String> owner(Placements placements, int partition) {
        return !placements.spread() || placements.held().contains(partition)
                ? Optional.of(placements.self().orElse(""))
                : placements.owner(partition);
    }

    /** Asks one after another, as each refers to the next, but not more than so many. */
    private Located askOwner(Optional<String> first, Get get, Deadline deadline, boolean othersWait)
            throws PeerException {
        String host = first.orElseThrow(() -> new PeerException(
                PeerProblem.NOT_READY,
                "nobody is known to hold partition " + get.partition()
                        + "; instances find each other by 'application.server'",
                null));
        Set<String> asked = new HashSet<>();
        while (true) {
            asked.add(host);
            try {
                Duration timeout = othersWait ? deadline.forFirstOfTwo() : deadline.forHop();
                return new Located(ask(host, get, timeout), host, false);
            } catch (PeerException e) {
                Optional<String> next = e.owner().filter(other -> !asked.contains(other));
                if (e.problem() != PeerProblem.NOT_MINE
                        || next.isEmpty()
                        || asked.size() >= peers.options().maxHops()) {
                    throw e;
                }
                host = next.get();
            }
        }
    }

    private Located askStandby(String host, Get get, Deadline deadline) throws PeerException {
        var partitions = new TreeSet<>(Set.of(get.partition()));
        Get followed = new Get(get.key(), get.partition(), get.atLeast(), partitions);
        return new Located(ask(host, followed, deadline.forFirstOfTwo()), host, true);
    }

    private PeerReply ask(String host, Get get, Duration timeout) throws PeerException {
        boolean here = host.equals(view.placements().self().orElse(""));
        return here ? local.answer(get, timeout) : peers.ask(host, view.wireName(), get, timeout);
    }

    /** What another try would not change, or what was waited for already, is thrown. */
    private PeerException endsIt(PeerException e) {
        String text = String.valueOf(e.getMessage());
        String name = view.replica().view();
        switch (e.problem()) {
            case PARKED -> throw new ParkedKeyException(name, text);
            case STALE -> throw new StaleReplicaException(text);
            case BEHIND -> throw new BehindException(text);
            case TOO_MANY_ROWS -> throw new TooManyRowsException(text);
            default -> {
                return e;
            }
        }
    }

    private static PeerException moreTelling(@Nullable PeerException before, PeerException now) {
        return before != null && now.timedOut() ? before : now;
    }

    private UnansweredException unanswered(int partition, @Nullable PeerException last) {
        List<String> text = new ArrayList<>();
        text.add("Nobody answered for partition " + partition + " of view '"
                + view.replica().view() + "' in time");
        if (last != null) {
            text.add(String.valueOf(last.getMessage()));
        }
        if (!view.answersAlways() && !view.placements().standbys(partition).isEmpty()) {
            text.add("its standbys may not answer, since the view's staleness is limited");
        }
        return new UnansweredException(String.join(": ", text), last);
    }
}
