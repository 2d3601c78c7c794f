package io.tidings.registry;

import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/**
 * Answers that never change. Who asks while the same question is under way waits for its answer, so that a cold start with
 * many threads makes one call; a failure is told to those who waited, and forgotten.
 */
final class Answers<Q, A> {

    private final Map<Q, CompletableFuture<A>> known = new ConcurrentHashMap<>();

    A get(Q question, Supplier<A> ask) {
        CompletableFuture<A> present = known.get(question);
        if (present != null) {
            return await(present);
        }
        CompletableFuture<A> mine = new CompletableFuture<>();
        CompletableFuture<A> first = known.putIfAbsent(question, mine);
        if (first != null) {
            return await(first);
        }
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

    private static <A> A await(CompletableFuture<A> first) {
        try {
            return first.join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof RegistryException failure) {
                throw failure;
            }
            throw e;
        }
    }
}
