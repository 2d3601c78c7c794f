package io.tidings.replication.core;

/**
 * Finds the rows whose end was missed: who is away for longer than a compacted topic keeps tombstones hears nothing of them any
 * more. But every entity that lives still has a record in the topic. So all keys of the topic, from its beginning to where it
 * ended, are marked; what is neither marked nor newer than that reading is gone.
 *
 * <p>It holds for topics that are compacted and nothing else: where records are deleted by their age, it says nothing that a key
 * is not there.
 */
public final class Sweep {

    private final KeyMarks marks;
    private final long startedAt;

    /**
     * A sweep.
     *
     * @param marks the keys of all the view's topics
     * @param startedAt when the reading began, in milliseconds since 1970, before the ends of the topics were asked for: what was
     *     applied since may stand behind them
     */
    public Sweep(KeyMarks marks, long startedAt) {
        this.marks = marks;
        this.startedAt = startedAt;
    }

    /** Whether a row is to be buried (or forgotten, if its key was never understood). For one thread. */
    public boolean due(byte[] key, Row row) {
        return !marks.marked(key) && settled(row);
    }

    /** Whether nothing has changed a row since the reading began; to be asked again when it is buried. Safe for several threads. */
    public boolean settled(Row row) {
        Row.Parked parked = row.parked();
        return !row.grave() && row.since() < startedAt && (parked == null || parked.at() < startedAt);
    }
}
