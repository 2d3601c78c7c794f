package io.tidings.replication;

import java.time.Duration;

/**
 * What a view does when it can no longer follow its owner: with the broker away it knows less and less of what has happened
 * meanwhile.
 */
public sealed interface Staleness {

    /** Answers all the same: old data are better than none. A reader may look at {@link ReplicaView#freshness}. */
    record AnswerAlways() implements Staleness {}

    /**
     * Fails ({@link StaleReplicaException}) when it has not stood at the end of its channels for longer than this.
     *
     * @param age more than zero; it is looked at about once a second, so that less than a few seconds makes no sense
     */
    record FailAfter(Duration age) implements Staleness {

        public FailAfter {
            if (age.isZero() || age.isNegative()) {
                throw new IllegalArgumentException("An age is more than zero, not " + age);
            }
        }
    }

    static Staleness answerAlways() {
        return new AnswerAlways();
    }

    static Staleness failAfter(Duration age) {
        return new FailAfter(age);
    }

    /** Whether an answer may be given that may be older than any limit, as a standby gives it. */
    default boolean alwaysAnswers() {
        return this instanceof AnswerAlways;
    }
}
