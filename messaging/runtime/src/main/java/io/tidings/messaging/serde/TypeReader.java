package io.tidings.messaging.serde;

import io.tidings.messaging.MessageType;
import org.jspecify.annotations.Nullable;

/**
 * Reads what one writer's schema wrote.
 *
 * @param name what such a message is called where its headers do not say
 * @param type null for a record that nobody expects
 */
record TypeReader<V>(String name, @Nullable MessageType<V> type, PayloadReader reader) {

    @SuppressWarnings("unchecked") // the reader was made for the type's class
    V read(byte[] message, int start) {
        return (V) reader.read(message, start);
    }
}
