package io.tidings.messaging.accepted;

import io.tidings.messaging.TransientMessagingException;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** One who waits for a request to be as wanted, with patience that ends. Called by several threads. */
final class Waiting<S extends Enum<S>> implements RequestObserver<S> {
    private final CompletableFuture<Optional<AcceptedRequest<S>>> result = new CompletableFuture<>();
    private final Predicate<AcceptedRequest<S>> until;
    private @Nullable AcceptedRequest<S> newest;
    private boolean impatient;

    Waiting(Predicate<AcceptedRequest<S>> until) {
        this.until = until;
    }

    CompletableFuture<Optional<AcceptedRequest<S>>> result() {
        return result;
    }

    @Override
    public synchronized void changed(AcceptedRequest<S> request) {
        newest = request;
        if (impatient || request.ended() || until.test(request)) {
            result.complete(Optional.of(request));
        }
    }

    @Override
    public void gone() {
        result.complete(Optional.empty());
    }

    /** Is content with what was seen; if nothing was, with what the next look shows. */
    synchronized void endPatience() {
        impatient = true;
        if (newest != null) {
            result.complete(Optional.of(newest));
        }
    }

    /** Nothing could be seen. */
    synchronized void storeAway(String why, @Nullable Throwable failure) {
        if (impatient) {
            result.completeExceptionally(new TransientMessagingException(why, failure));
        }
    }
}
