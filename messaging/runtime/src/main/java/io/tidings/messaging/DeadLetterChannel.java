package io.tidings.messaging;

import java.time.Duration;
import java.util.List;

/**
 * The Dead Letter Channel of a group, for whoever looks after it: what is parked, why, and what is to become of it. The
 * subscription itself does what is asked, in the order of each key; if none runs at the moment, the next one does. Safe for use
 * by several threads.
 *
 * <p>Methods fail with a {@link TransientMessagingException} while the broker is away.
 */
public interface DeadLetterChannel {

    /** What an order came to. */
    sealed interface Answer {

        /** Nothing of the key waits any longer. */
        record Released() implements Answer {}

        /** It is still parked: the replay failed again, or letters remain behind the dropped one. */
        record StillParked(ParkedKey key) implements Answer {}

        /** No subscription has answered yet. The order stands; it is carried out when one does. */
        record Unanswered() implements Answer {}
    }

    /** The keys that are parked now, by partition, oldest first. */
    List<ParkedKey> parked();

    /**
     * The letters that wait because of a key, in their order.
     *
     * @param most no more than so many
     */
    List<DeadLetter> letters(ParkedKey key, int most);

    /**
     * Has the letters handled again, in their order. When all are, the key is released; at the first one that fails it stays
     * parked.
     *
     * @param patience how long to wait for an answer; zero to wait for none
     */
    Answer replay(ParkedKey key, Duration patience) throws InterruptedException;

    /**
     * Gives up the first letter. Those behind it keep waiting, for another order.
     *
     * @param patience how long to wait for an answer; zero to wait for none
     */
    Answer dropFirst(ParkedKey key, Duration patience) throws InterruptedException;

    /**
     * Gives up all letters of the key, and releases it.
     *
     * @param patience how long to wait for an answer; zero to wait for none
     */
    Answer dropAll(ParkedKey key, Duration patience) throws InterruptedException;
}
