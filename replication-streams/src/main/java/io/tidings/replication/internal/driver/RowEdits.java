package io.tidings.replication.internal.driver;

import io.tidings.messaging.TransientMessagingException;
import io.tidings.replication.core.Row;
import io.tidings.replication.core.Tally;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Edits that wait for the thread that writes. Safe for use by several threads; one of them applies. */
public final class RowEdits {

    private final Queue<Waiting> waiting = new ConcurrentLinkedQueue<>();
    private volatile boolean closed;

    private static final class Waiting {
        final byte[] key;
        final RowEdit edit;
        final CompletableFuture<Boolean> done = new CompletableFuture<>();

        Waiting(byte[] key, RowEdit edit) {
            this.key = key;
            this.edit = edit;
        }
    }

    /** Hands an edit over; see {@link ViewDriver#edit}. */
    public CompletionStage<Boolean> submit(byte[] key, RowEdit edit) {
        Waiting last = new Waiting(key, edit);
        waiting.add(last);
        if (closed) {
            failAll();
        }
        return last.done;
    }

    public boolean isEmpty() {
        return waiting.isEmpty();
    }

    /**
     * Applies what waits. Called by the thread that writes, between two events.
     *
     * @param here whether a key of which nothing is stored would be stored in this table
     * @return tells those who wait; to be called when readers see what was written
     */
    public Runnable apply(RowTable table, Tally tally, Predicate<byte[]> here) {
        Map<CompletableFuture<Boolean>, Boolean> done = new LinkedHashMap<>();
        for (Waiting next = waiting.poll(); next != null; next = waiting.poll()) {
            Row before = table.get(next.key);
            if (before == null && !here.test(next.key)) {
                done.put(next.done, false);
                continue;
            }
            try {
                Optional<RowEdit.Change> change = next.edit.of(before);
                done.put(next.done, change.isPresent() && write(next.key, before, change.get(), table, tally));
            } catch (RuntimeException e) {
                // Who wants the edit hears of it; the thread that writes has others to serve.
                next.done.completeExceptionally(e);
            }
        }
        return () -> done.forEach(CompletableFuture::complete);
    }

    /** Nobody will apply any more. */
    public void close() {
        closed = true;
        failAll();
    }

    private static boolean write(byte[] key, @Nullable Row before, RowEdit.Change change, RowTable table, Tally tally) {
        if (change instanceof RowEdit.Replace replace) {
            table.put(key, before, replace.row());
            tally.replace(before, replace.row());
            return true;
        }
        if (before == null) {
            return false;
        }
        table.remove(key, before);
        tally.replace(before, null);
        return true;
    }

    private void failAll() {
        for (Waiting next = waiting.poll(); next != null; next = waiting.poll()) {
            next.done.completeExceptionally(new TransientMessagingException(
                    "The partition of the row has moved, or its view was closed", null));
        }
    }
}
