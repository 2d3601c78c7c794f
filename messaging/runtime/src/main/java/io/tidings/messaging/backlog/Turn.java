package io.tidings.messaging.backlog;

import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What one worker has taken: one after the other, and settled together. Used by one thread. */
public final class Turn<T> {

    private final List<Task<T>> tasks;
    private int next;
    private @Nullable KeyQueue<T> stuck;

    Turn(List<Task<T>> tasks) {
        this.tasks = tasks;
    }

    /** The next one, or null; what comes after a failed one of the same key is left for later. */
    public @Nullable Task<T> next() {
        if (next > 0 && !tasks.get(next - 1).isDone()) {
            stuck = tasks.get(next - 1).queue;
        }
        while (next < tasks.size()) {
            Task<T> task = tasks.get(next++);
            if (task.queue != stuck) {
                return task;
            }
        }
        return null;
    }

    /** All that were taken, in the order of the partition, for who works on them together; none of which is done yet. */
    public List<Task<T>> together() {
        return tasks.stream()
                .sorted(Comparator.comparingLong(task -> task.start))
                .toList();
    }

    /** Whether it is work for a key that is none of its messages; then it is alone. */
    public boolean isErrand() {
        return tasks.size() == 1 && tasks.get(0).isErrand();
    }

    public boolean isEmpty() {
        return tasks.isEmpty();
    }

    public int size() {
        return tasks.size();
    }

    List<Task<T>> tasks() {
        return tasks;
    }
}
