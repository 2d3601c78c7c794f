package io.tidings.messaging.serde;

import io.tidings.messaging.Channel;
import io.tidings.messaging.MessageHeaders;
import io.tidings.messaging.MessageType;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Turns the values of messages into payloads. Safe for use by several threads. */
interface PayloadDecoding {

    /**
     * Decodes a value.
     *
     * @throws io.tidings.messaging.MessagingException poison if it cannot be read, transient if the registry is away
     */
    Decoded<?> decode(Channel<?> channel, List<MessageType<?>> expected, MessageHeaders headers, byte[] value);

    /**
     * A payload.
     *
     * @param name what such a message is called where its headers do not say
     * @param type null for one that nobody expects
     */
    record Decoded<V>(
            String name,
            @Nullable MessageType<V> type,
            @Nullable V payload) {}
}
