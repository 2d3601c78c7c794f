package io.tidings.replication.internal.copy;

import io.tidings.replication.core.Event;
import io.tidings.replication.core.Tally;
import io.tidings.replication.internal.copy.Chunk.Arrival;
import io.tidings.replication.internal.copy.store.ByteStore;
import io.tidings.replication.internal.driver.Applier;
import io.tidings.replication.internal.driver.Replica;
import io.tidings.replication.internal.driver.RowEdits;
import io.tidings.replication.internal.driver.RowTable;
import io.tidings.replication.internal.keyvalue.GraveSweep;
import io.tidings.replication.internal.keyvalue.KeyValueTable;
import java.time.Clock;
import java.time.Duration;

/**
 * An open store as the driver's thread fills it. Changes are gathered, and committed together with the positions that they belong
 * to; a crash loses what was not flushed, and nothing else. Used by one thread.
 */
final class Copy implements AutoCloseable {

    /** So much may be gathered before it is committed; that again is in memory when the batch is written. */
    private static final long BATCH_BYTES = 32L << 20;

    /** A crash costs at most about what was fetched in this time; to fetch that again is quicker than it came. */
    private static final Duration FLUSHED_EACH = Duration.ofMinutes(1);

    private final ByteStore store;
    private final Ledger ledger;
    private final Applier applier;
    private final Clock clock;
    private final BatchedKeyValues values;
    private final RowTable table;
    private final GraveSweep sweep;
    private long flushedAt;
    private long sweptAt;
    private boolean unflushed;
    private boolean loading = true;

    Copy(ByteStore store, Ledger ledger, Replica replica, Duration graveRetention, Clock clock) {
        this.store = store;
        this.ledger = ledger;
        this.applier = new Applier(replica, clock);
        this.clock = clock;
        this.values = new BatchedKeyValues(store);
        this.table = new KeyValueTable(values, replica);
        this.sweep = new GraveSweep(values, replica, ledger.tally(), graveRetention, clock);
        this.flushedAt = clock.millis();
        this.sweptAt = flushedAt;
    }

    Ledger ledger() {
        return ledger;
    }

    /** Applies a chunk; it is committed later. */
    void apply(Chunk chunk, Runnable passedOver) {
        Tally tally = ledger.tally();
        for (Arrival arrival : chunk.arrivals()) {
            byte[] key = arrival.key();
            Event event = arrival.event();
            if (key == null) {
                applier.passOver(arrival.origin());
                passedOver.run();
            } else if (event != null) {
                applier.apply(key, event, arrival.origin(), table, tally);
            }
        }
        chunk.places().forEach(ledger::move);
    }

    /** Does what others want of rows, and sees to it that it survives a crash. */
    void edit(RowEdits edits) {
        if (!edits.isEmpty()) {
            Runnable done = edits.apply(table, ledger.tally(), key -> true);
            commit();
            flush();
            done.run();
        }
    }

    /** Whether so much is gathered that it must be committed. */
    boolean full() {
        return values.pendingBytes() >= BATCH_BYTES;
    }

    /** This is as far as the logs went when it was started: what comes now is wanted at once, and one by one. */
    void caughtUp() {
        loading = false;
        values.forget();
        flush();
    }

    /** Whether nobody reads yet, and a key's next version may still join the batch. */
    boolean loading() {
        return loading;
    }

    /** Commits what is gathered: readers see it. */
    void commit() {
        if (!values.isEmpty() || ledger.hasNews()) {
            values.commit(ledger);
            unflushed = true;
        }
    }

    /** This was at the end of all logs then. */
    void upToDate(long at) {
        ledger.upToDate(at);
    }

    /** What is to be done now and then; everything is committed. */
    void housekeeping() {
        long now = clock.millis();
        if (now - sweptAt >= sweep.interval().toMillis()) {
            sweptAt = now;
            sweep();
        }
        if (now - flushedAt >= FLUSHED_EACH.toMillis()) {
            flush();
        }
    }

    /** Removes some of the graves that were kept for long enough; everything is committed. */
    void sweep() {
        sweep.run();
        commit();
    }

    /** What is committed survives a crash from now on. */
    void flush() {
        if (ledger.upToDateIsNews()) {
            values.commit(ledger);
            unflushed = true;
        }
        if (unflushed) {
            store.flush();
            unflushed = false;
        }
        flushedAt = clock.millis();
    }

    @Override
    public void close() {
        store.close();
    }
}
