package io.tidings.messaging.backlog;

import java.util.ArrayDeque;
import org.jspecify.annotations.Nullable;

/** The messages of one key that wait, in order. In it means: nobody works on the key, or one who took the first ones. */
final class KeyQueue<T> {

    final @Nullable Key key;
    final ArrayDeque<Task<T>> waiting = new ArrayDeque<>(2);
    boolean taken;

    KeyQueue(@Nullable Key key) {
        this.key = key;
    }

    /** When its first message may be tried again; asked only while that one has failed. */
    long due() {
        return waiting.element().due();
    }
}
