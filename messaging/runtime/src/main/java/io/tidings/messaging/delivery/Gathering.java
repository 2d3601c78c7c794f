package io.tidings.messaging.delivery;

import io.tidings.messaging.Gather;
import io.tidings.messaging.Gathered;
import io.tidings.messaging.MessagingException;
import io.tidings.messaging.PoisonMessageException;
import io.tidings.messaging.Received;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;

/** The answers to one request so far. Guarded by the monitor of {@link OutstandingRequests}. */
final class Gathering {

    private record Identity(String source, String id) {}

    private final Gather until;
    private final CompletableFuture<Gathered<Received<?, ?>>> result = new CompletableFuture<>();
    private final List<Received<?, ?>> replies = new ArrayList<>();
    private final List<MessagingException> failures = new ArrayList<>();
    private final Set<Identity> seen = new HashSet<>();
    private boolean enough;

    Gathering(Gather until) {
        this.until = until;
    }

    CompletableFuture<Gathered<Received<?, ?>>> result() {
        return result;
    }

    /** Takes a reply; false if it was delivered before: who answers once must not count twice. */
    boolean take(Received<?, ?> reply) {
        if (!seen.add(new Identity(reply.metadata().source(), reply.metadata().id()))) {
            return false;
        }
        replies.add(reply);
        enough = complete() || until.last().test(reply);
        return true;
    }

    void take(Throwable failure) {
        failures.add(
                failure instanceof MessagingException known
                        ? known
                        : new PoisonMessageException("A reply cannot be read: " + failure, failure));
        enough = complete();
    }

    private boolean complete() {
        return replies.size() + failures.size() >= until.count();
    }

    boolean enough() {
        return enough;
    }

    /** What is there when it ends. */
    Gathered<Received<?, ?>> gathered() {
        return new Gathered<>(replies, failures, enough);
    }
}
