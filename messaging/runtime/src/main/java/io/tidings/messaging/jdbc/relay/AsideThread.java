package io.tidings.messaging.jdbc.relay;

import java.sql.SQLException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;

/** Works beside a relay's thread, which waits for it before it does anything else with the database. */
final class AsideThread implements RelayPump.Aside, AutoCloseable {
    private final ExecutorService thread;

    AsideThread(String name) {
        // No thread is started before there is something to do: most relays never have more than a batch.
        this.thread = Executors.newSingleThreadExecutor(work -> {
            Thread made = new Thread(work, name);
            made.setDaemon(true);
            return made;
        });
    }

    @Override
    public <T> RelayPump.Pending<T> begin(RelayPump.Work<T> work) {
        Future<T> future = thread.submit(work::call);
        return () -> end(future);
    }

    /** An interrupt does not end the waiting, as it would not end a statement: the connection is in use until then. */
    private static <T> T end(Future<T> future) throws SQLException {
        boolean interrupted = false;
        try {
            while (true) {
                try {
                    return future.get();
                } catch (InterruptedException e) {
                    interrupted = true;
                } catch (ExecutionException e) {
                    throw rethrown(e.getCause());
                }
            }
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private static RuntimeException rethrown(@Nullable Throwable cause) throws SQLException {
        if (cause instanceof SQLException sql) {
            throw sql;
        }
        if (cause instanceof Error error) {
            throw error;
        }
        return cause instanceof RuntimeException runtime ? runtime : new IllegalStateException(cause);
    }

    @Override
    public void close() {
        thread.shutdown();
    }
}
