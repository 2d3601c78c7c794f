package io.tidings.outbox.debezium;

import io.debezium.embedded.Connect;
import io.debezium.engine.DebeziumEngine;
import io.debezium.engine.DebeziumEngine.RecordCommitter;
import io.debezium.engine.RecordChangeEvent;
import io.debezium.engine.format.ChangeEventFormat;
import io.debezium.engine.spi.OffsetCommitPolicy;
import io.tidings.messaging.jdbc.OutboxRow;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.kafka.connect.source.SourceRecord;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Debezium's engine on a thread of its own, for one term. It ends with the first failure, which is told to the term. */
final class LogTail implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(LogTail.class);

    /** Takes rows in the order of their commits, a batch at a time. */
    @FunctionalInterface
    interface Rows {
        void take(List<OutboxRow> rows) throws Exception;
    }

    private final Visible done;
    private final Rows rows;
    private final Runnable onEnd;
    private final DebeziumEngine<RecordChangeEvent<SourceRecord>> engine;
    private final Thread thread;
    private final AtomicReference<@Nullable Throwable> failure = new AtomicReference<>();

    /**
     * Starts to read.
     *
     * @param done rows of transactions that it sees are left out
     * @param onEnd called when it has ended
     */
    LogTail(Properties settings, Visible done, Rows rows, Runnable onEnd) {
        this.done = done;
        this.rows = rows;
        this.onEnd = onEnd;
        this.engine = DebeziumEngine.create(ChangeEventFormat.of(Connect.class))
                .using(settings)
                .using(OffsetCommitPolicy.always())
                .using(this::ended)
                .notifying(this::handle)
                .build();
        this.thread = new Thread(engine, settings.getProperty("name") + "-log");
        thread.setDaemon(true);
        thread.start();
    }

    private void handle(
            List<RecordChangeEvent<SourceRecord>> events, RecordCommitter<RecordChangeEvent<SourceRecord>> committer)
            throws InterruptedException {
        try {
            List<OutboxRow> fresh = new ArrayList<>();
            for (RecordChangeEvent<SourceRecord> event : events) {
                LoggedRow logged = LoggedRow.of(event.record());
                if (logged != null && !done.sees(logged.transaction())) {
                    fresh.add(logged.row());
                }
            }
            if (!fresh.isEmpty()) {
                rows.take(fresh);
            }
            for (RecordChangeEvent<SourceRecord> event : events) {
                committer.markProcessed(event);
            }
            committer.markBatchFinished();
        } catch (InterruptedException e) {
            throw e;
        } catch (Exception e) {
            // The engine would wrap it, and the relay must know its type.
            failure.compareAndSet(null, e);
            throw new IllegalStateException(e);
        }
    }

    private void ended(boolean success, @Nullable String message, @Nullable Throwable error) {
        Throwable reason = error == null ? new IOException("The log's reader ended: " + message) : error;
        failure.compareAndSet(null, reason);
        onEnd.run();
    }

    /** Throws what ended it, if it has ended. */
    void check() throws Exception {
        Throwable reason = failure.get();
        if (reason instanceof Exception exception) {
            throw exception;
        }
        if (reason != null) {
            throw new IllegalStateException(reason);
        }
    }

    /** Returns when it has ended, its last batch included; an interrupt ends the waiting. */
    @Override
    public void close() {
        try {
            engine.close();
        } catch (IOException | IllegalStateException e) {
            LOG.debug("The log's reader had ended before", e);
        }
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
