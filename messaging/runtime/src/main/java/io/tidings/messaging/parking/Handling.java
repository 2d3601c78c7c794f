package io.tidings.messaging.parking;

import io.tidings.messaging.BatchLimits;
import io.tidings.messaging.EncodedMessage;
import io.tidings.messaging.ParkedKey;
import io.tidings.messaging.Received;
import io.tidings.messaging.delivery.Attempts;
import io.tidings.messaging.delivery.BatchDelivery;
import io.tidings.messaging.delivery.BatchItem;
import io.tidings.messaging.delivery.Delivery;
import io.tidings.messaging.delivery.Outcome;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Decides what becomes of one message: it is handled, tried again, or set aside; and it waits in the dead letter channel, if one
 * of its key does. Whoever calls this keeps the order of each key.
 */
public final class Handling<K> {

    private static final Logger LOG = LoggerFactory.getLogger(Handling.class);

    private final Delivery<K> delivery;
    private final Parking parking;

    public Handling(Delivery<K> delivery, Parking parking) {
        this.delivery = delivery;
        this.parking = parking;
    }

    /** Nothing can be handled, since nobody can tell for now what is parked. */
    public void waits(Throwable cause) {
        delivery.watch().waits(parking.partition(), cause);
    }

    /** All is known that predecessors parked. */
    public void begin() {
        delivery.watch().goesOn(parking.partition());
        delivery.watch().inherited(parking.partition(), parking.size());
    }

    /**
     * Tries once.
     *
     * @return {@link Outcome.Done}, also if it was set aside for good; or when to try the same message again
     */
    public Outcome handle(EncodedMessage message, Received.Origin origin, Attempts attempts) {
        ParkedKey parked = parking.holding(message, origin);
        if (parked != null) {
            return stored(attempts, () -> parking.putBehind(parked, message, origin));
        }
        if (parking.isSettled(message, origin)) {
            return new Outcome.Done();
        }
        Throwable condemned = attempts.condemned();
        if (condemned == null) {
            Outcome outcome = delivery.attempt(message, origin, attempts.failures());
            return outcome instanceof Outcome.SetAside aside
                    ? condemn(message, origin, attempts, aside.cause())
                    : outcome;
        }
        return setAside(message, origin, attempts, condemned);
    }

    /** The handler has had its say: from here on only the dead letter channel is tried, for as long as it takes. */
    private Outcome condemn(EncodedMessage message, Received.Origin origin, Attempts attempts, Throwable cause) {
        attempts.condemn(cause);
        return setAside(message, origin, attempts, cause);
    }

    private Outcome setAside(EncodedMessage message, Received.Origin origin, Attempts attempts, Throwable cause) {
        return stored(attempts, () -> {
            parking.park(message, origin, cause, attempts.attemptsBefore());
            delivery.watch().deadLettered(message.id(), origin, cause);
            delivery.watch().parked(origin.partition(), parking.size());
            LOG.error(
                    "Offset {} of {}-{} became a dead letter",
                    origin.offset(),
                    origin.address(),
                    origin.partition(),
                    cause);
        });
    }

    /** How much its handler takes at once; null if it takes one message at a time. */
    public @Nullable BatchLimits limits() {
        return delivery.limits();
    }

    /**
     * Tries several, each of which is told what came of it: {@link Outcome.Done}, when to try it again, or nothing at all, if it
     * has to wait for one before it. What has failed before is tried by itself, so that it fails nothing else.
     *
     * @param items in their order
     * @param stop whether no more is to be begun
     */
    public void handle(List<BatchItem> items, BooleanSupplier stop) {
        BatchDelivery<?> together = delivery.together(stop);
        List<BatchItem> fresh = new ArrayList<>(items.size());
        for (BatchItem item : items) {
            if (isPlain(item)) {
                fresh.add(item);
            } else if (together.mayTry(item)) {
                together.note(item, handle(item.message(), item.origin(), item.attempts()));
            }
        }
        together.attempt(fresh);
        for (BatchItem item : fresh) {
            if (item.outcome() instanceof Outcome.SetAside aside) {
                item.outcome(condemn(item.message(), item.origin(), item.attempts(), aside.cause()));
            }
        }
    }

    private boolean isPlain(BatchItem item) {
        return item.attempts().failures() == 0
                && item.attempts().condemned() == null
                && parking.holding(item.message(), item.origin()) == null
                && !parking.isSettled(item.message(), item.origin());
    }

    /** Does what was ordered, as far as it comes before it is to stop. */
    public Outcome replay(Replay replay, BooleanSupplier stop, Attempts attempts) {
        try {
            boolean was = replay.isParked();
            Outcome outcome = replay.run(delivery, stop);
            if (was && !replay.isParked()) {
                delivery.watch().released(replay.partition(), parking.size());
            }
            return outcome;
        } catch (RuntimeException | Error e) {
            delivery.watch().waits(parking.partition(), e);
            return delivery.again(e, attempts.failures() + 1);
        }
    }

    private Outcome stored(Attempts attempts, Runnable storing) {
        try {
            storing.run();
            delivery.watch().goesOn(parking.partition());
            return new Outcome.Done();
        } catch (RuntimeException | Error e) {
            delivery.watch().waits(parking.partition(), e);
            // An Error too: the message is nowhere yet, and its partition must not stand still.
            return delivery.again(e, attempts.failures() + 1);
        }
    }
}
