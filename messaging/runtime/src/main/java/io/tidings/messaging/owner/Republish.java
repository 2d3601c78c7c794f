package io.tidings.messaging.owner;

import io.tidings.messaging.Channel;
import io.tidings.messaging.MessageType;
import io.tidings.messaging.MessagingException;
import io.tidings.messaging.OutgoingMessage;
import io.tidings.messaging.Receipt;
import io.tidings.messaging.SendOptions;
import io.tidings.messaging.TransientMessagingException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Publishes every entity again, with the version that it has, for replicas that begin later than the log reaches back, or
 * have lost their way. It goes on where it was when it is killed: each entity is published at least once, and whoever guards
 * by versions passes over what it knows. For one thread; one job of a name at a time.
 */
public final class Republish<K, V> {

    /** Says the name of the republication, for receivers that are not to act upon old news. */
    public static final String HEADER = "tidings-republish";

    private static final Logger LOG = LoggerFactory.getLogger(Republish.class);
    private static final Duration FIRST_PAUSE = Duration.ofMillis(100);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(30);

    private final String name;
    private final Channel<K> channel;
    private final MessageType<V> type;
    private final RepublishTurns<K, V> turns;
    private final RepublishPace pace;

    /**
     * A republication.
     *
     * @param name which travels with each message, as header {@value #HEADER}
     * @param turns where entities come from, where they go, and where the progress is kept
     */
    public Republish(
            String name, Channel<K> channel, MessageType<V> type, RepublishTurns<K, V> turns, RepublishPace pace) {
        this.name = name;
        this.channel = channel;
        this.type = type;
        this.turns = turns;
        this.pace = pace;
    }

    /** Forgets what was done, so that {@link #run} begins with the first entity. */
    public void restart() {
        turns.take(turn -> {
            turn.keep(RepublishProgress.START);
            return true;
        });
    }

    /** How far it has come. */
    public RepublishProgress progress() {
        return turns.take(RepublishTurn::progress);
    }

    /**
     * Goes on until there is no entity left, or until told to stop, which it asks after each page. Does nothing if it is done.
     * What may succeed later is tried again, after pauses that grow to half a minute.
     *
     * @return how far it came; {@link RepublishProgress#done} unless it was told to stop, or its thread was interrupted
     * @throws MessagingException if something can never be published; what came before it was
     */
    public RepublishProgress run(BooleanSupplier stop) {
        RepublishPace.Clock clock = pace.start();
        Duration pause = FIRST_PAUSE;
        while (true) {
            long published = 0;
            RepublishProgress now = null;
            try {
                Page page = turns.take(this::page);
                now = page.progress();
                published = page.entities();
                pause = FIRST_PAUSE;
            } catch (MessagingException e) {
                if (!e.retryable()) {
                    throw e;
                }
                LOG.warn("Republication '{}' pauses for {} ms", name, pause.toMillis(), e);
            }
            if (now != null && now.done()) {
                return now;
            }
            boolean interrupted = now == null ? clock.rest(pause) : clock.spent(published);
            if (now == null) {
                Duration twice = pause.multipliedBy(2);
                pause = twice.compareTo(LONGEST_PAUSE) < 0 ? twice : LONGEST_PAUSE;
            }
            if (interrupted || stop.getAsBoolean()) {
                return now == null ? progress() : now;
            }
        }
    }

    private record Page(RepublishProgress progress, int entities) {}

    private Page page(RepublishTurn<K, V> turn) {
        RepublishProgress before = turn.progress();
        if (before.done()) {
            return new Page(before, 0);
        }
        List<Entity<K, V>> entities = turn.after(before.place(), pace.page());
        if (entities.isEmpty()) {
            turn.keep(before.finished());
            return new Page(before.finished(), 0);
        }
        List<Entity<K, V>> toPublish = entities;
        while (!toPublish.isEmpty()) {
            publish(turn, toPublish);
            toPublish = turn.changedSince(toPublish);
        }
        RepublishProgress after = before.past(entities.get(entities.size() - 1).place(), entities.size());
        turn.keep(after);
        return new Page(after, entities.size());
    }

    private void publish(RepublishTurn<K, V> turn, List<Entity<K, V>> entities) {
        List<CompletionStage<Receipt>> sent = new ArrayList<>();
        for (Entity<K, V> entity : entities) {
            SendOptions options = SendOptions.version(entity.version()).withHeader(HEADER, name);
            sent.add(turn.sink().send(OutgoingMessage.of(channel, type, entity.key(), entity.payload(), options)));
        }
        long deadline = System.nanoTime() + pace.patience().toNanos();
        sent.forEach(receipt -> await(receipt, deadline));
    }

    private void await(CompletionStage<Receipt> receipt, long deadline) {
        try {
            receipt.toCompletableFuture().get(Math.max(0, deadline - System.nanoTime()), TimeUnit.NANOSECONDS);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof MessagingException failure) {
                throw failure;
            }
            throw new IllegalStateException("A page of republication '" + name + "' failed", e.getCause());
        } catch (TimeoutException e) {
            throw new TransientMessagingException(
                    "A page of republication '" + name + "' was not taken within " + pace.patience(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new TransientMessagingException("Republication '" + name + "' was interrupted", e);
        }
    }
}
