package io.tidings.messaging.serde;

import io.tidings.messaging.EncodedMessage.Header;
import io.tidings.messaging.MessageType;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Turns payloads into the values of messages. Safe for use by several threads. */
interface PayloadEncoding {

    /**
     * Encodes a payload of the type's class.
     *
     * @param topic the address of the channel that the document declares
     * @param headers of the message; what the payload needs beside it is added
     * @throws io.tidings.messaging.MessagingException poison if the payload does not fit, transient if the registry is away
     */
    byte[] encode(String topic, MessageType<?> type, Object payload, List<Header> headers);

    /** What {@code content-type} says of such values; null if that is not known. */
    @Nullable String contentType();

    /** A header that is this encoding's to write; null if there is none. */
    @Nullable String ownHeader();
}
