package io.tidings.registry;

import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** What callers wait for: all waiting ends by the caller's deadline, and at once when this is closed. */
final class PendingCalls implements AutoCloseable {

    private final Map<Object, CompletableFuture<?>> pending = new ConcurrentHashMap<>();
    private volatile boolean closed;

    /**
     * Waits. Whatever way that ends, the call is over: if it was not answered, it is given up.
     *
     * @throws RegistryClosedException if this is closed before or meanwhile
     */
    <T> T await(CompletableFuture<T> call, Deadline deadline)
            throws InterruptedException, ExecutionException, TimeoutException {
        CompletableFuture<T> answer = new CompletableFuture<>();
        Object waiter = new Object();
        pending.put(waiter, answer);
        try {
            CompletableFuture<T> unused = call.whenComplete((value, failure) -> {
                if (failure == null) {
                    answer.complete(value);
                } else {
                    answer.completeExceptionally(failure);
                }
            });
            if (closed) {
                throw new RegistryClosedException();
            }
            return answer.get(deadline.nanos(), TimeUnit.NANOSECONDS);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RegistryClosedException) {
                throw new RegistryClosedException();
            }
            throw e;
        } finally {
            pending.remove(waiter);
            call.cancel(true);
        }
    }

    /** Waits for the time to pass. */
    void pause(Deadline until) throws InterruptedException {
        try {
            await(new CompletableFuture<>(), until);
        } catch (TimeoutException e) {
            // As intended.
        } catch (ExecutionException e) {
            throw new IllegalStateException("Nobody completes a pause", e);
        }
    }

    void checkOpen() {
        if (closed) {
            throw new RegistryClosedException();
        }
    }

    @Override
    public void close() {
        closed = true;
        for (CompletableFuture<?> waiting : pending.values()) {
            waiting.completeExceptionally(new RegistryClosedException());
        }
    }
}
