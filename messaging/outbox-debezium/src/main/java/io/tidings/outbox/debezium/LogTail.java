package io.tidings.outbox.debezium;

import io.debezium.embedded.Connect;
import io.debezium.engine.DebeziumEngine;
import io.debezium.engine.DebeziumEngine.RecordCommitter;
import io.debezium.engine.RecordChangeEvent;
import io.debezium.engine.format.ChangeEventFormat;
import io.debezium.engine.spi.OffsetCommitPolicy;
import io.tidings.messaging.jdbc.relay.LoggedRow;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.ReentrantLock;
import org.apache.kafka.connect.source.SourceRecord;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Debezium's engine on a thread of its own, for one term. It ends with the first failure, which is told to the term. */
final class LogTail implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(LogTail.class);
    private static final Duration STARTING = Duration.ofSeconds(5);
    private static final Duration ENDING = Duration.ofSeconds(1);

    /** Takes rows in the order of their commits, a batch at a time. */
    @FunctionalInterface
    interface Rows {
        void take(List<LoggedRow> rows) throws Exception;
    }

    private final Rows rows;
    private final Runnable onEnd;
    /** The engine reads, or has ended. */
    private final CountDownLatch up = new CountDownLatch(1);

    private final DebeziumEngine<RecordChangeEvent<SourceRecord>> engine;
    private final Thread thread;
    private final ReentrantLock batch = new ReentrantLock();

    /** Guarded by {@link #batch}. */
    private boolean closed;

    private final AtomicReference<@Nullable Throwable> failure = new AtomicReference<>();

    /**
     * Starts to read.
     *
     * @param onEnd called when it has ended
     */
    LogTail(Properties settings, Rows rows, Runnable onEnd) {
        this.rows = rows;
        this.onEnd = onEnd;
        this.engine = DebeziumEngine.create(ChangeEventFormat.of(Connect.class))
                .using(settings)
                .using(OffsetCommitPolicy.always())
                .using(this::ended)
                .using(new DebeziumEngine.ConnectorCallback() {
                    @Override
                    public void pollingStarted() {
                        up.countDown();
                    }
                })
                .notifying(this::handle)
                .build();
        this.thread = new Thread(engine, settings.getProperty("name") + "-log");
        thread.setDaemon(true);
        thread.start();
    }

    private void handle(
            List<RecordChangeEvent<SourceRecord>> events, RecordCommitter<RecordChangeEvent<SourceRecord>> committer)
            throws InterruptedException {
        batch.lockInterruptibly();
        try {
            if (closed) {
                throw new InterruptedException("Closed");
            }
            List<LoggedRow> inserted = new ArrayList<>();
            for (RecordChangeEvent<SourceRecord> event : events) {
                LoggedRow row = Envelope.open(event.record());
                if (row != null) {
                    inserted.add(row);
                }
            }
            if (!inserted.isEmpty()) {
                rows.take(inserted);
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
        } finally {
            batch.unlock();
        }
    }

    private void ended(boolean success, @Nullable String message, @Nullable Throwable error) {
        Throwable reason = error == null ? new IOException("The log's reader ended: " + message) : error;
        failure.compareAndSet(null, reason);
        up.countDown();
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
        awaitUp();
        try {
            engine.close();
        } catch (IOException | IllegalStateException e) {
            LOG.debug("The log's reader had ended before", e);
        }
        try {
            awaitEnd();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /**
     * An engine that is closed just before it polls drops its polling task, and then waits for it for ever: after the last
     * batch it is interrupted.
     */
    private void awaitEnd() throws InterruptedException {
        batch.lockInterruptibly();
        try {
            closed = true;
        } finally {
            batch.unlock();
        }
        thread.join(ENDING.toMillis());
        if (thread.isAlive()) {
            thread.interrupt();
            thread.join(STARTING.toMillis());
        }
    }

    /** An engine that is closed while it starts takes that for a failure, and says so with a stack trace. */
    private void awaitUp() {
        try {
            if (!up.await(STARTING.toSeconds(), TimeUnit.SECONDS)) {
                LOG.debug("The log's reader is closed though it has not begun");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
