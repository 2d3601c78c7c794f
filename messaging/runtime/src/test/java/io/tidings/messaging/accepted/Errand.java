package io.tidings.messaging.accepted;

/** The states of an errand, for tests: begun, half done, and four ends. */
public enum Errand {
    PENDING,
    UNDER_WAY,
    DONE,
    REFUSED,
    GIVEN_UP,
    TIMED_OUT;

    /** One may be refused or given up before or after it is under way; only what is under way gets done. */
    public static final Lifecycle<Errand> LIFECYCLE = Lifecycle.startingAs(PENDING)
            .move(PENDING, UNDER_WAY, REFUSED, GIVEN_UP)
            .move(UNDER_WAY, DONE, REFUSED, GIVEN_UP)
            .timingOutAs(TIMED_OUT, "it took too long")
            .undoing(REFUSED, GIVEN_UP, TIMED_OUT)
            .build();
}
