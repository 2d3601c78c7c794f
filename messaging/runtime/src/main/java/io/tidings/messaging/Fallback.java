package io.tidings.messaging;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What to go on with when a reply does not come: a cached one, or a default. By default for retryable failures only: a deadline
 * that passed, a circuit that is open, a broker that is away. A fault that the replier answered is an answer, and is not
 * replaced.
 *
 * <p>Called on the thread that learns of the failure: it must not block. What it throws fails the request.
 */
@FunctionalInterface
public interface Fallback<R> {

    /** The reply to go on with. */
    R instead(MessagingException failure);

    /** Which failures it stands in for. */
    default boolean covers(MessagingException failure) {
        return failure.retryable();
    }

    /** A reply that fails with what is not covered only. */
    default CompletionStage<R> over(CompletionStage<R> reply) {
        return reply.handle((answer, thrown) -> {
                    MessagingException failure = failureIn(thrown);
                    return failure != null && covers(failure)
                            ? CompletableFuture.completedFuture(instead(failure))
                            : reply;
                })
                .thenCompose(Function.identity());
    }

    /** For no failure at all. */
    static <R> Fallback<R> none() {
        return new Fallback<>() {
            @Override
            public R instead(MessagingException failure) {
                throw failure;
            }

            @Override
            public CompletionStage<R> over(CompletionStage<R> reply) {
                return reply;
            }
        };
    }

    /** For every failure, faults among them. */
    static <R> Fallback<R> forAll(Function<? super MessagingException, ? extends R> reply) {
        return new Fallback<>() {
            @Override
            public R instead(MessagingException failure) {
                return reply.apply(failure);
            }

            @Override
            public boolean covers(MessagingException failure) {
                return true;
            }
        };
    }

    private static @Nullable MessagingException failureIn(@Nullable Throwable thrown) {
        Throwable bare = thrown instanceof CompletionException wrapped ? wrapped.getCause() : thrown;
        return bare instanceof MessagingException failure ? failure : null;
    }
}
