package io.tidings.replication.internal.generations;

import io.tidings.messaging.MessagingException;
import io.tidings.messaging.TransientMessagingException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Waits for what another thread does. */
final class Waiting {

    private static final long PATIENCE_SECONDS = 30;

    private Waiting() {}

    /**
     * Waits for an edit.
     *
     * @throws MessagingException if it failed, or takes long
     */
    static boolean on(CompletionStage<Boolean> edit) {
        try {
            return edit.toCompletableFuture().get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException failure) {
                throw failure;
            }
            throw new IllegalStateException("A row could not be changed", e.getCause());
        } catch (TimeoutException e) {
            throw new TransientMessagingException(
                    "A row was not changed within " + PATIENCE_SECONDS + " s: its view is busy or away", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new TransientMessagingException("A row was not changed: the thread was interrupted", e);
        }
    }
}
