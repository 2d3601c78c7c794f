package io.tidings.messaging;

import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;

/** Waits for stages. What generated blocking calls stand on; stateless. */
public final class Waiting {

    private Waiting() {}

    /**
     * Waits until a stage is complete. The deadline is the stage's own.
     *
     * @throws MessagingException what the stage failed with; transient, if that was something else
     * @throws InterruptedException if this thread was interrupted; what the stage stands for goes on
     */
    public static <T> T on(CompletionStage<T> stage) throws InterruptedException {
        try {
            return stage.toCompletableFuture().get();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof MessagingException failure) {
                throw failure;
            }
            throw new TransientMessagingException("Failed while waiting: " + e.getCause(), e.getCause());
        }
    }
}
