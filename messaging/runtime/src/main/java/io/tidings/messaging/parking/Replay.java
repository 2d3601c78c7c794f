package io.tidings.messaging.parking;

import io.tidings.messaging.DeadLetter;
import io.tidings.messaging.DeadLetters;
import io.tidings.messaging.EncodedMessage;
import io.tidings.messaging.ParkedKey;
import io.tidings.messaging.delivery.Delivery;
import io.tidings.messaging.delivery.Outcome;
import java.time.Duration;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * An order that is being carried out, by whoever works on the key: no message of it is handled or put behind meanwhile. What it has
 * done is in the store when it ends, and it goes on from there.
 */
public final class Replay {

    private static final Outcome STOPPED = new Outcome.Retry(
            Duration.ZERO, new IllegalStateException("The subscription ends, or loses the partition"), false);

    private final Parking parking;
    private final Place place;
    private final Order order;

    /** The offset of the last message that was handled again, or dropped: a letter that is there twice is read once. */
    private long settled = -1;

    private int failures;

    Replay(Parking parking, Place place, Order order) {
        this.parking = parking;
        this.place = place;
        this.order = order;
    }

    /** The key that it is about; null for a message without one. */
    public byte @Nullable [] key() {
        return place.keyBytes();
    }

    int partition() {
        return place.partition();
    }

    boolean isParked() {
        return parking.at(place) != null;
    }

    Outcome run(Delivery<?> delivery, BooleanSupplier stop) {
        ParkedKey parked = parking.at(place);
        if (parked == null || !order.stands(parked)) {
            return answered();
        }
        return switch (order.kind()) {
            case DROP_ALL -> dropAll(parked);
            case DROP_FIRST -> drop(parked);
            case REPLAY -> new Reading(parked, delivery, stop).replay();
        };
    }

    private Outcome dropAll(ParkedKey parked) {
        parking.store().read(parked.partition(), parked.letter(), (position, letter) -> {
            DeadLetter dead = DeadLetter.of(position, letter);
            if (parked.holds(dead)) {
                settle(Math.max(settled, dead.origin().offset()));
            }
            return true;
        });
        return released();
    }

    private Outcome drop(ParkedKey parked) {
        Reading reading = new Reading(parked, null, () -> false);
        DeadLetter next = reading.second();
        if (!reading.complete) {
            return gone(parked);
        }
        settle(Math.max(settled, parked.offset()));
        if (next == null) {
            return released();
        }
        parking.park(reading.from(next));
        return answered();
    }

    private void settle(long offset) {
        settled = offset;
        parking.settle(place, offset);
    }

    /** What is not there was not handled, so nothing may overtake it unless somebody says so. */
    private Outcome gone(ParkedKey parked) {
        String why =
                "The letter of offset " + parked.offset() + " is gone from the dead letter channel: give the key up"
                        + " (drop --all-letters), and read the message again from its own channel if it is there";
        parking.park(parked.nowFor(parked.offset(), parked.letter(), parked.attempts(), why, ""));
        return answered();
    }

    private Outcome released() {
        parking.release(place);
        return answered();
    }

    private Outcome answered() {
        parking.answer(place);
        return new Outcome.Done();
    }

    /** The letters of the key, from the first one that waits. */
    private final class Reading {

        private final ParkedKey parked;
        private final @Nullable Delivery<?> delivery;
        private final BooleanSupplier stop;
        private @Nullable DeadLetter last;

        /** Whether the first letter that waits was there. */
        private boolean complete;

        private Outcome outcome = new Outcome.Done();

        Reading(ParkedKey parked, @Nullable Delivery<?> delivery, BooleanSupplier stop) {
            this.parked = parked;
            this.delivery = delivery;
            this.stop = stop;
        }

        /** The one behind the first, to be the first if that is dropped. */
        @Nullable DeadLetter second() {
            parking.store().read(parked.partition(), parked.letter(), (position, letter) -> {
                DeadLetter dead = mine(position, letter);
                last = dead != null && dead.origin().offset() > parked.offset() ? dead : null;
                return last == null;
            });
            return last;
        }

        Outcome replay() {
            parking.store().read(parked.partition(), parked.letter(), this::handle);
            DeadLetter at = last;
            if (at == null) {
                return complete || settled >= parked.offset() ? released() : gone(parked);
            }
            if (outcome instanceof Outcome.SetAside aside) {
                parking.park(because(at, aside.cause()));
                return answered();
            }
            // What is handled is not to be handled again by the next owner.
            if (at.position() != parked.letter()) {
                parking.park(from(at));
            }
            return outcome;
        }

        private boolean handle(long position, EncodedMessage letter) {
            DeadLetter dead = mine(position, letter);
            if (dead == null) {
                return true;
            }
            if (!complete && settled < parked.offset()) {
                // Those behind it must not overtake one that is gone.
                return false;
            }
            boolean stopped = stop.getAsBoolean();
            outcome = stopped ? STOPPED : attempt(dead);
            if (outcome instanceof Outcome.Done) {
                settle(dead.origin().offset());
                failures = 0;
                return true;
            }
            failures += stopped ? 0 : 1;
            last = dead;
            return false;
        }

        private Outcome attempt(DeadLetter dead) {
            return delivery == null ? STOPPED : delivery.attempt(dead.message(), dead.origin(), failures);
        }

        private @Nullable DeadLetter mine(long position, EncodedMessage letter) {
            DeadLetter dead = DeadLetter.of(position, letter);
            if (!parked.holds(dead)) {
                return null;
            }
            complete |= dead.origin().offset() == parked.offset();
            return dead.origin().offset() > settled ? dead : null;
        }

        /** The key, with another letter the first. */
        ParkedKey from(DeadLetter first) {
            String why = first.attempts() == 0 ? "Waited behind one that is settled" : first.reason();
            return parked.nowFor(first.origin().offset(), first.position(), first.attempts(), why, first.exception());
        }

        private ParkedKey because(DeadLetter at, Throwable cause) {
            return parked.nowFor(
                    at.origin().offset(),
                    at.position(),
                    at.attempts() + failures,
                    DeadLetters.reason(cause),
                    cause.getClass().getName());
        }
    }
}
