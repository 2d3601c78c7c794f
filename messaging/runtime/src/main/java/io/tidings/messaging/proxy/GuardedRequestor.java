package io.tidings.messaging.proxy;

import io.tidings.messaging.FaultReplyException;
import io.tidings.messaging.Gather;
import io.tidings.messaging.Gathered;
import io.tidings.messaging.Health;
import io.tidings.messaging.MessagingException;
import io.tidings.messaging.OutgoingMessage;
import io.tidings.messaging.Received;
import io.tidings.messaging.ReplyCounts;
import io.tidings.messaging.Requestor;
import io.tidings.messaging.TooManyRequestsException;
import io.tidings.messaging.observe.RequestEvent.BreakerState;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A requestor behind circuit breakers, one for each address: where requests keep failing, no more are sent for a while. They
 * fail at once with a {@link io.tidings.messaging.CircuitOpenException}, then a few are tried.
 *
 * <p>A deadline that passes and a broker that is away are failures. A fault reply is an answer: whoever says no is well. What
 * was never sent does not count, nor what closing ended. Safe for use by several threads.
 */
public final class GuardedRequestor implements Requestor {

    private final Requestor guarded;
    private final BreakerSettings settings;
    private final Clock clock;
    private final Consumer<BreakerState> changes;
    private final Map<String, Circuit> circuits = new ConcurrentHashMap<>();
    private volatile boolean closed;

    private GuardedRequestor(Requestor guarded, BreakerSettings settings, Clock clock, Consumer<BreakerState> changes) {
        this.guarded = guarded;
        this.settings = settings;
        this.clock = clock;
        this.changes = changes;
    }

    /** Guards a requestor, unless the settings say that no circuit ever opens. Closing it closes that one. */
    public static Requestor around(Requestor requestor, BreakerSettings settings) {
        return around(requestor, settings, Clock.systemUTC(), state -> {});
    }

    /**
     * The same.
     *
     * @param clock tells how long a circuit has been open
     * @param changes told when one opens, lets some through to try, or closes
     */
    public static Requestor around(
            Requestor requestor, BreakerSettings settings, Clock clock, Consumer<BreakerState> changes) {
        return settings.failureRate() == 0 ? requestor : new GuardedRequestor(requestor, settings, clock, changes);
    }

    @Override
    public <K, V> CompletionStage<Received<?, ?>> request(OutgoingMessage<K, V> message, Duration deadline) {
        Circuit circuit =
                circuits.computeIfAbsent(message.address(), address -> new Circuit(address, settings, clock, changes));
        if (!circuit.permits()) {
            return CompletableFuture.failedFuture(circuit.refusal());
        }
        try {
            return guarded.request(message, deadline).whenComplete((reply, failure) -> note(circuit, failure));
        } catch (Throwable e) {
            circuit.unused();
            throw e;
        }
    }

    private void note(Circuit circuit, @Nullable Throwable failure) {
        Throwable bare = failure instanceof CompletionException wrapped ? wrapped.getCause() : failure;
        if (bare == null || bare instanceof FaultReplyException) {
            circuit.answered();
        } else if (closed || bare instanceof TooManyRequestsException) {
            circuit.unused();
        } else if (bare instanceof MessagingException known && known.retryable()) {
            circuit.failed(known);
        } else {
            // What cannot be encoded was never sent.
            circuit.unused();
        }
    }

    /** As the guarded one does: that nobody answers says nothing, where nobody has to. */
    @Override
    public <K, V> CompletionStage<Gathered<Received<?, ?>>> gather(OutgoingMessage<K, V> message, Gather until) {
        return guarded.gather(message, until);
    }

    @Override
    public List<String> openCircuits() {
        return circuits.entrySet().stream()
                .filter(circuit -> circuit.getValue().open())
                .map(Map.Entry::getKey)
                .sorted()
                .toList();
    }

    @Override
    public Health health() {
        List<String> open = openCircuits();
        return open.isEmpty()
                ? guarded.health()
                : Health.of(
                        List.of(guarded.health(), Health.degraded("Circuits are open: " + String.join(", ", open))));
    }

    @Override
    public int outstanding() {
        return guarded.outstanding();
    }

    @Override
    public ReplyCounts replies() {
        return guarded.replies();
    }

    @Override
    public void close() {
        closed = true;
        guarded.close();
    }
}
