package io.tidings.registry;

import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Answers that never change. Who asks while the same question is under way waits for its answer, so that a cold start with
 * many threads makes one call; a failure is told to those who waited, and forgotten.
 */
final class Answers<Q, A> {

    private final Map<Q, CompletableFuture<A>> known = new ConcurrentHashMap<>();

    A get(Q question, Supplier<A> ask) {
        while (true) {
            CompletableFuture<A> present = known.get(question);
            if (present == null) {
                CompletableFuture<A> mine = new CompletableFuture<>();
                present = known.putIfAbsent(question, mine);
                if (present == null) {
                    return ask(question, mine, ask);
                }
            }
            A answer = await(present);
            if (answer != null) {
                return answer;
            }
        }
    }

    /** The answer, if it is known already. */
    @Nullable A known(Q question) {
        CompletableFuture<A> present = known.get(question);
        return present != null && present.isDone() && !present.isCompletedExceptionally() ? present.join() : null;
    }

    /** What is learned in passing. */
    void learn(Q question, A answer) {
        known.putIfAbsent(question, CompletableFuture.completedFuture(answer));
    }

    private A ask(Q question, CompletableFuture<A> mine, Supplier<A> ask) {
        try {
            A answer = ask.get();
            mine.complete(answer);
            return answer;
        } catch (RuntimeException | Error e) {
            known.remove(question, mine);
            mine.completeExceptionally(e);
            throw e;
        }
    }

    /** Null if the one who asked was interrupted: that is no answer to the others. */
    private static <A> @Nullable A await(CompletableFuture<A> first) {
        try {
            return first.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new RegistryUnreachableException(
                    "The schema registry was not awaited: interrupted", 0, FailedCall.UNKNOWN, e);
        } catch (ExecutionException e) {
            Throwable cause = e.getCause();
            if (cause instanceof RegistryException failure) {
                if (failure.getCause() instanceof InterruptedException) {
                    return null;
                }
                throw failure;
            }
            throw new IllegalStateException("The call that others waited for broke off", cause);
        }
    }
}
