package io.tidings.messaging.observe;

import io.tidings.messaging.Health;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** What is known of a member of a group, from what it has told so far. Safe for use by several threads. */
final class GroupState {

    /** Polls are never this far apart, unless the thread hangs. */
    private static final Duration POLLS_APART = Duration.ofMinutes(1);

    private final String name;
    private final Set<Integer> assigned = ConcurrentHashMap.newKeySet();
    private final Set<Integer> paused = ConcurrentHashMap.newKeySet();
    private final Map<Integer, Integer> parked = new ConcurrentHashMap<>();
    /** What the messages of a partition wait for. */
    private final Map<Integer, Trouble> waiting = new ConcurrentHashMap<>();

    private volatile @Nullable Trouble polling;
    private volatile @Nullable Trouble committing;
    private volatile long polledAt = System.nanoTime();
    private volatile @Nullable String ended;

    GroupState(ConsumerGroup group) {
        this.name = "Subscription of '" + group.name() + "' to '" + group.address() + "'";
    }

    void assigned(Collection<Integer> partitions) {
        assigned.addAll(partitions);
    }

    void gone(Collection<Integer> partitions) {
        assigned.removeAll(partitions);
        paused.removeAll(partitions);
        parked.keySet().removeAll(partitions);
        waiting.keySet().removeAll(partitions);
    }

    void paused(Collection<Integer> partitions) {
        paused.addAll(partitions);
    }

    void resumed(Collection<Integer> partitions) {
        paused.removeAll(partitions);
    }

    void parked(int partition, int keys) {
        if (keys == 0) {
            parked.remove(partition);
        } else {
            parked.put(partition, keys);
        }
    }

    void waits(int partition, Throwable cause) {
        waiting.compute(partition, (number, known) -> Trouble.go(known, cause));
    }

    /** On the way of each message: so it must cost nothing while all is well. */
    void goesOn(int partition) {
        if (!waiting.isEmpty()) {
            waiting.remove(partition);
        }
    }

    void committed() {
        committing = null;
    }

    void commitFailed(Throwable cause) {
        committing = Trouble.go(committing, cause);
    }

    void polled() {
        polledAt = System.nanoTime();
        if (polling != null) {
            polling = null;
        }
    }

    void pollFailed(Throwable cause) {
        polledAt = System.nanoTime();
        polling = Trouble.go(polling, cause);
    }

    void ended(String why) {
        ended = why;
    }

    int assigned() {
        return assigned.size();
    }

    int paused() {
        return paused.size();
    }

    int parked() {
        return parked.values().stream().mapToInt(Integer::intValue).sum();
    }

    /** @param polls whether it polls, and is in trouble when it does not */
    Health health(boolean polls) {
        String end = ended;
        if (end != null) {
            return Health.down(name + " has ended: " + end);
        }
        List<String> reasons = new ArrayList<>();
        Duration silence = Duration.ofNanos(System.nanoTime() - polledAt);
        if (polls && silence.compareTo(POLLS_APART) > 0) {
            reasons.add("has not polled for " + silence.toSeconds() + " s");
        }
        Trouble poll = polling;
        if (poll != null) {
            reasons.add("cannot fetch: " + poll);
        }
        Trouble commit = committing;
        if (commit != null) {
            reasons.add("cannot commit: " + commit);
        }
        waiting.forEach((partition, trouble) -> reasons.add("waits in partition " + partition + ": " + trouble));
        int keys = parked();
        if (keys > 0) {
            reasons.add("has " + keys + " parked keys, whose messages go to the dead letter channel");
        }
        return reasons.isEmpty() ? Health.UP : Health.degraded(name + " " + String.join("; ", reasons));
    }
}
