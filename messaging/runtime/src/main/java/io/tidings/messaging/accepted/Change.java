package io.tidings.messaging.accepted;

import org.jspecify.annotations.Nullable;

/**
 * A verdict, and where the request stands now.
 *
 * @param request null if there is none
 */
public record Change<S extends Enum<S>>(
        Verdict verdict, @Nullable AcceptedRequest<S> request) {

    public boolean applied() {
        return verdict == Verdict.APPLIED;
    }

    /**
     * Where the request stands.
     *
     * @throws IllegalStateException if there is no such request
     */
    public AcceptedRequest<S> orElseThrow() {
        if (request == null) {
            throw new IllegalStateException("There is no such request; look at the verdict before");
        }
        return request;
    }
}
