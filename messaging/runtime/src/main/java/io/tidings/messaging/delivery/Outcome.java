package io.tidings.messaging.delivery;

import java.time.Duration;

/** What came of an attempt to handle a message, and so what is to be done next. */
public sealed interface Outcome {

    /** The message is done. */
    record Done() implements Outcome {}

    /**
     * Try the same message again, and none of its key before it.
     *
     * @param everything whether what is away is away for all messages, so that none need be tried before
     */
    record Retry(Duration after, Throwable cause, boolean everything) implements Outcome {}

    /** Put it into the dead letter channel and go on. */
    record SetAside(Throwable cause) implements Outcome {}
}
