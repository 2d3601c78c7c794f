package io.tidings.messaging.backlog;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.PriorityQueue;
import org.jspecify.annotations.Nullable;

/**
 * The messages of one partition between being fetched and being committed. Messages of one key are given out one after the
 * other, in order; those of different keys side by side. A key whose message failed waits by itself. Messages without a key are
 * all of one key: they keep the partition's order.
 *
 * @param <T> what a message is to whoever works on it
 */
public final class Backlog<T> {

    private static final long NOWHERE = -1;

    private final Map<@Nullable Key, KeyQueue<T>> keys = new HashMap<>();
    private final ArrayDeque<KeyQueue<T>> ready = new ArrayDeque<>();
    private final PriorityQueue<KeyQueue<T>> delayed =
            new PriorityQueue<>((one, other) -> Long.signum(one.due() - other.due()));

    /** What predecessors did above the position that they committed. */
    private DoneAbove earlier;

    private OffsetRanges done = new OffsetRanges();
    private long position = -1;
    private long last = -1;
    private int epoch;
    private boolean anyDone;
    private int waiting;
    private int taken;

    /** Counts how often the position was set back: what was given out before says nothing about what is read now. */
    private int log;

    /** Goes on from what was committed. */
    public Backlog(Progress committed) {
        this.earlier = DoneAbove.read(committed.position(), committed.metadata());
        this.epoch = committed.leaderEpoch();
    }

    /**
     * Adds the next message.
     *
     * @param leaderEpoch of the leader that took it, or -1
     */
    public void add(long offset, int leaderEpoch, byte @Nullable [] key, T item) {
        if (position < 0 || offset <= last) {
            begin(offset);
        }
        // Offsets in between belong to messages that are never delivered: compacted, or aborted.
        long start = last + 1;
        last = offset;
        if (earlier.ranges().contains(offset)) {
            if (leaderEpoch <= earlier.epoch()) {
                finish(start, offset + 1, leaderEpoch);
                return;
            }
            earlier = DoneAbove.nothing();
        } else if (offset >= earlier.ranges().end()) {
            earlier = DoneAbove.nothing();
        }
        KeyQueue<T> queue = queue(Key.of(key));
        queue.waiting.add(new Task<>(queue, log, start, offset + 1, leaderEpoch, item));
        waiting++;
    }

    /** Adds work for a key that is none of its messages. It is given out by itself, while nobody else works on the key. */
    public void addErrand(byte @Nullable [] key, T item) {
        KeyQueue<T> queue = queue(Key.of(key));
        queue.waiting.add(new Task<>(queue, log, NOWHERE, NOWHERE, -1, item));
        waiting++;
    }

    private KeyQueue<T> queue(@Nullable Key key) {
        KeyQueue<T> queue = keys.get(key);
        if (queue == null) {
            queue = new KeyQueue<>(key);
            keys.put(key, queue);
            ready.add(queue);
        }
        return queue;
    }

    /** The first message; or one that came before: the position was set back, and what is there now is to be done. */
    private void begin(long offset) {
        if (position >= 0) {
            earlier = DoneAbove.nothing();
            done = new OffsetRanges();
            log++;
        }
        position = offset;
        last = offset - 1;
    }

    /**
     * Gives out messages that may be worked on now: those of a key in order, by one worker.
     *
     * @param most no more than so many; whoever takes several of different keys delays those behind the first
     */
    public Turn<T> take(int most, long now) {
        wake(now);
        List<Task<T>> tasks = new ArrayList<>(Math.min(most, waiting));
        while (tasks.size() < most && !ready.isEmpty()) {
            KeyQueue<T> queue = ready.element();
            if (queue.waiting.element().isErrand()) {
                // It may take long, and nothing else should wait for it.
                if (tasks.isEmpty()) {
                    ready.remove();
                    queue.taken = true;
                    tasks.add(queue.waiting.remove());
                }
                break;
            }
            ready.remove();
            queue.taken = true;
            while (tasks.size() < most
                    && !queue.waiting.isEmpty()
                    && !queue.waiting.element().isErrand()) {
                tasks.add(queue.waiting.remove());
            }
        }
        waiting -= tasks.size();
        taken += tasks.size();
        return new Turn<>(tasks);
    }

    /** Lets those be taken again that were due by now. */
    public void wake(long now) {
        for (KeyQueue<T> queue = delayed.peek(); queue != null && queue.due() - now <= 0; queue = delayed.peek()) {
            ready.add(delayed.remove());
        }
    }

    /** Takes back what was given out together: what is done is done, the rest waits again. */
    public void settle(Turn<T> turn) {
        List<Task<T>> tasks = turn.tasks();
        taken -= tasks.size();
        // Neighbours are finished together: they are many where handlers are quick.
        long start = 0;
        long end = 0;
        for (int i = tasks.size() - 1; i >= 0; i--) {
            Task<T> task = tasks.get(i);
            if (!task.isDone()) {
                task.queue.waiting.addFirst(task);
                waiting++;
            } else if (task.log == log && !task.isErrand()) {
                epoch = Math.max(epoch, task.epoch);
                if (task.end != start) {
                    finish(start, end, epoch);
                    end = task.end;
                }
                start = task.start;
            }
        }
        finish(start, end, epoch);
        for (Task<T> task : tasks) {
            giveBack(task.queue);
        }
    }

    private void giveBack(KeyQueue<T> queue) {
        if (!queue.taken) {
            return;
        }
        queue.taken = false;
        Task<T> next = queue.waiting.peek();
        if (next == null) {
            keys.remove(queue.key);
        } else if (next.takeFailed()) {
            delayed.add(queue);
        } else {
            ready.add(queue);
        }
    }

    private void finish(long start, long end, int leaderEpoch) {
        if (start == end) {
            return;
        }
        epoch = Math.max(epoch, leaderEpoch);
        anyDone = true;
        if (start == position && done.isEmpty()) {
            position = end;
            return;
        }
        done.add(start, end);
        position = done.endAround(position);
        done.removeBelow(position);
    }

    /** Gives up what nobody has begun; what was given out may still be settled. */
    public void clear() {
        keys.clear();
        ready.clear();
        delayed.clear();
        waiting = 0;
    }

    /** How many messages wait. */
    public int waiting() {
        return waiting;
    }

    /** How many messages are not done. */
    public int size() {
        return waiting + taken;
    }

    /** How many messages are given out. */
    public int taken() {
        return taken;
    }

    /** How many keys could be worked on by one more worker each. */
    public int ready() {
        return ready.size();
    }

    /** When the first of the keys that wait after a failure is due. */
    public OptionalLong nextDue() {
        KeyQueue<T> first = delayed.peek();
        return first == null ? OptionalLong.empty() : OptionalLong.of(first.due());
    }

    /** How far all is done; empty before the first one is. */
    public Optional<Progress> progress() {
        if (!anyDone) {
            return Optional.empty();
        }
        OffsetRanges above = done.copy();
        above.addAll(earlier.ranges());
        above.removeBelow(position);
        DoneAbove all = new DoneAbove(above, Math.max(epoch, earlier.epoch()));
        return Optional.of(new Progress(position, all.write(position), epoch));
    }
}
