package io.tidings.messaging.parking;

import io.tidings.messaging.DeadLetters;
import io.tidings.messaging.EncodedMessage;
import io.tidings.messaging.ParkedKey;
import io.tidings.messaging.Received;
import io.tidings.messaging.TransientMessagingException;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * What is parked of one partition, as its owner knows it. The marks in the store say the same, so that the next owner knows, too:
 * nothing is parked or released here before its mark is safe. Whoever parks or releases a key works on it alone; different keys
 * at the same time are fine.
 */
public final class Parking {

    private final String address;
    private final String group;
    private final String marks;
    private final int partition;
    private final DeadLetterStore store;
    private final ParkingPolicy policy;
    private final Clock clock;

    /** Tells this owner's marks from those of others. */
    private final String writer = UUID.randomUUID().toString();

    private final Map<Place, ParkedKey> parked = new ConcurrentHashMap<>();
    private final Map<Place, Replay> ordered = new ConcurrentHashMap<>();

    /** Up to which offset a key was replayed or dropped: a predecessor may have died before it committed that far. */
    private final Map<Place, Long> settled = new ConcurrentHashMap<>();

    private volatile boolean known;

    /**
     * Nothing is known of it until {@link #tell} has told all that the store has, and {@link #ready} says so.
     *
     * @param address the channel's
     */
    public Parking(
            String address, String group, int partition, DeadLetterStore store, ParkingPolicy policy, Clock clock) {
        this.address = address;
        this.group = group;
        this.marks = DeadLetters.parkedAddress(address, group);
        this.partition = partition;
        this.store = store;
        this.policy = policy;
        this.clock = clock;
    }

    /** Takes note of a mark in the store: a predecessor's, an order, or one of our own. Marks are told in their order. */
    public Optional<Replay> tell(EncodedMessage mark) {
        return Mark.read(mark)
                .filter(line -> place(line).partition() == partition)
                .flatMap(line -> {
                    if (line instanceof Mark.Parked state) {
                        take(state);
                        return Optional.empty();
                    }
                    return take((Mark.Ordered) line);
                });
    }

    private static Place place(Mark mark) {
        return mark instanceof Mark.Parked state ? state.place() : ((Mark.Ordered) mark).place();
    }

    private void take(Mark.Parked state) {
        if (state.writer().equals(writer)) {
            return;
        }
        if (!known) {
            parked.compute(state.place(), (place, before) -> state.key());
        } else if (state.key() != null) {
            // Of a predecessor that does not know yet that it is one. To hold the key is safe.
            parked.putIfAbsent(state.place(), state.key());
        } else {
            ParkedKey ours = parked.get(state.place());
            if (ours != null) {
                // A predecessor released it late, but what we put behind it still waits.
                store.mark(Mark.parked(marks, ours, writer), partition);
            }
        }
    }

    private Optional<Replay> take(Mark.Ordered line) {
        Order order = line.order();
        if (order == null) {
            if (!known) {
                ordered.remove(line.place());
            }
            return Optional.empty();
        }
        Replay replay = new Replay(this, line.place(), order);
        if (!known) {
            ordered.put(line.place(), replay);
            return Optional.empty();
        }
        // One at a time: whoever asked for the second one sees the first one's answer.
        return ordered.putIfAbsent(line.place(), replay) == null ? Optional.of(replay) : Optional.empty();
    }

    /** All marks have been told; returns what had been ordered and not done. */
    public List<Replay> ready() {
        known = true;
        return new ArrayList<>(ordered.values());
    }

    /**
     * What a message has to wait for: its key is parked, or it is itself. What stands before the parked one was handled before
     * it, and comes again only because that was not committed.
     */
    @Nullable ParkedKey holding(EncodedMessage message, Received.Origin origin) {
        if (parked.isEmpty()) {
            return null;
        }
        ParkedKey key = message.key() == null ? null : parked.get(Place.at(partition, message.key(), 0));
        if (key != null) {
            return origin.offset() < key.offset() ? null : key;
        }
        return parked.get(Place.at(partition, null, origin.offset()));
    }

    /**
     * Sets a message aside that cannot be handled, and parks its key.
     *
     * @throws TransientMessagingException if no more keys may be parked: nothing is lost while the partition waits
     */
    void park(EncodedMessage message, Received.Origin origin, Throwable cause, int attempts) {
        if (parked.size() >= policy.most()) {
            throw new TransientMessagingException(
                    parked.size() + " keys of '" + address + "' partition " + partition + " are parked by group '"
                            + group
                            + "'; 'tidings.parked.keys.max' allows no more. Replay or drop some of them: tidings"
                            + " dead-letters list",
                    cause);
        }
        long letter =
                store.put(DeadLetters.letter(message, origin, group, cause, attempts, clock.instant()), partition);
        byte[] key = policy.wholeKeys() ? message.key() : null;
        if (parked.containsKey(Place.at(partition, key, origin.offset()))) {
            // It was handled before the key was parked; its letter must not hide those that wait.
            return;
        }
        park(new ParkedKey(
                partition,
                key,
                origin.offset(),
                letter,
                attempts,
                clock.instant().truncatedTo(ChronoUnit.MILLIS),
                DeadLetters.reason(cause),
                cause.getClass().getName()));
    }

    void park(ParkedKey key) {
        store.mark(Mark.parked(marks, key, writer), partition);
        parked.put(Place.of(key), key);
    }

    /** Sets a message aside that would be handled, had not another of its key to be first. */
    void putBehind(ParkedKey key, EncodedMessage message, Received.Origin origin) {
        if (key.key() == null) {
            // It is there: its owner died between setting it aside and committing that.
            return;
        }
        store.put(DeadLetters.behind(message, origin, group, key, clock.instant()), partition);
    }

    /** Whether it became a letter that is replayed or dropped by now, and comes again only because that was not committed. */
    boolean isSettled(EncodedMessage message, Received.Origin origin) {
        if (settled.isEmpty()) {
            return false;
        }
        Long to = settled.get(Place.at(partition, policy.wholeKeys() ? message.key() : null, origin.offset()));
        return to != null && origin.offset() <= to;
    }

    void settle(Place place, long offset) {
        settled.merge(place, offset, Math::max);
    }

    void release(Place place) {
        store.mark(Mark.released(marks, place, writer), partition);
        parked.remove(place);
    }

    /** The order is done, or there is nothing that it could be about. */
    void answer(Place place) {
        store.mark(Mark.answered(marks, place), partition);
        ordered.remove(place);
    }

    @Nullable ParkedKey at(Place place) {
        return parked.get(place);
    }

    DeadLetterStore store() {
        return store;
    }

    int partition() {
        return partition;
    }

    /** How many keys are parked. */
    public int size() {
        return parked.size();
    }
}
