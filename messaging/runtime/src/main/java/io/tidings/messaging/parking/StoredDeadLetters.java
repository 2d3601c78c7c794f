package io.tidings.messaging.parking;

import io.tidings.messaging.DeadLetter;
import io.tidings.messaging.DeadLetterChannel;
import io.tidings.messaging.DeadLetters;
import io.tidings.messaging.ParkedKey;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** Looks into a store from outside, and leaves orders there. */
public final class StoredDeadLetters implements DeadLetterChannel {

    private static final long LOOK_MILLIS = 20;

    private final String marks;
    private final DeadLetterStore store;

    /** @param address the channel's */
    public StoredDeadLetters(String address, String group, DeadLetterStore store) {
        this.marks = DeadLetters.parkedAddress(address, group);
        this.store = store;
    }

    /** What the marks say, all of them. */
    private record Book(Map<Place, ParkedKey> parked, Map<Place, Order> ordered) {

        static Book of(DeadLetterStore store) {
            Book book = new Book(new HashMap<>(), new HashMap<>());
            store.marks(mark -> Mark.read(mark).ifPresent(book::take));
            return book;
        }

        private void take(Mark mark) {
            if (mark instanceof Mark.Parked state) {
                parked.compute(state.place(), (place, before) -> state.key());
            } else if (mark instanceof Mark.Ordered line) {
                ordered.compute(line.place(), (place, before) -> line.order());
            }
        }
    }

    @Override
    public List<ParkedKey> parked() {
        return Book.of(store).parked().values().stream()
                .sorted(Comparator.comparingInt(ParkedKey::partition)
                        .thenComparing(ParkedKey::since)
                        .thenComparingLong(ParkedKey::offset))
                .toList();
    }

    @Override
    public List<DeadLetter> letters(ParkedKey key, int most) {
        List<DeadLetter> letters = new ArrayList<>();
        if (most <= 0) {
            return letters;
        }
        store.read(key.partition(), key.letter(), (position, letter) -> {
            DeadLetter dead = DeadLetter.of(position, letter);
            // Who dies between writing a letter and committing its message leaves it for the next owner to write again.
            boolean twice = !letters.isEmpty()
                    && letters.get(letters.size() - 1).origin().offset()
                            >= dead.origin().offset();
            if (key.holds(dead) && !twice) {
                letters.add(dead);
            }
            return letters.size() < most;
        });
        return letters;
    }

    @Override
    public Answer replay(ParkedKey key, Duration patience) throws InterruptedException {
        return order(Order.Kind.REPLAY, key, patience);
    }

    @Override
    public Answer dropFirst(ParkedKey key, Duration patience) throws InterruptedException {
        return order(Order.Kind.DROP_FIRST, key, patience);
    }

    @Override
    public Answer dropAll(ParkedKey key, Duration patience) throws InterruptedException {
        return order(Order.Kind.DROP_ALL, key, patience);
    }

    private Answer order(Order.Kind kind, ParkedKey key, Duration patience) throws InterruptedException {
        Place place = Place.of(key);
        store.mark(Mark.ordered(marks, place, Order.about(key, kind)), key.partition());
        if (patience.isZero()) {
            return new Answer.Unanswered();
        }
        long end = System.nanoTime() + patience.toNanos();
        while (true) {
            Book book = Book.of(store);
            if (!book.ordered().containsKey(place)) {
                ParkedKey now = book.parked().get(place);
                return now == null ? new Answer.Released() : new Answer.StillParked(now);
            }
            long left = end - System.nanoTime();
            if (left <= 0) {
                return new Answer.Unanswered();
            }
            TimeUnit.NANOSECONDS.sleep(Math.min(left, TimeUnit.MILLISECONDS.toNanos(LOOK_MILLIS)));
        }
    }
}
