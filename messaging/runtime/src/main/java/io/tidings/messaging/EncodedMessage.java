package io.tidings.messaging;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A message as it goes over the wire: what an outbox keeps and a relay sends, byte for byte.
 *
 * @param id the message id, which also stands among the headers
 * @param address where it goes
 */
public record EncodedMessage(
        String id, String address, byte @Nullable [] key, byte @Nullable [] value, List<Header> headers) {

    public EncodedMessage {
        headers = List.copyOf(headers);
    }

    /** A header. */
    public record Header(String name, byte[] value) {}
}
