package io.tidings.messaging;

import java.time.Instant;

/** Where a group begins in a channel. */
public sealed interface StartPosition {

    /** Where it stopped; where it never was, the transport's configuration says ({@code auto.offset.reset} of Kafka). */
    StartPosition COMMITTED = new Committed();

    /** With the oldest message that is kept. */
    StartPosition BEGINNING = new Beginning();

    /** With the next message that is sent. */
    StartPosition END = new End();

    /** With the first message of this time or later, by the timestamps of the messages; at the end where there is none. */
    static StartPosition at(Instant time) {
        return new At(time);
    }

    /** {@link #COMMITTED}. */
    record Committed() implements StartPosition {}

    /** {@link #BEGINNING}. */
    record Beginning() implements StartPosition {}

    /** {@link #END}. */
    record End() implements StartPosition {}

    /** {@link #at}. */
    record At(Instant time) implements StartPosition {}
}
