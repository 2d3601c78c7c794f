package io.tidings.messaging;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A message as it goes over the wire: what an outbox keeps and a relay sends, byte for byte.
 *
 * @param id the message id, which also stands among the headers
 * @param address where it goes
 */
@SuppressWarnings("ArrayRecordComponent") // bytes on their way are not compared, and copying them would cost
public record EncodedMessage(
        String id, String address, byte @Nullable [] key, byte @Nullable [] value, List<Header> headers) {

    // Not the compact form: javac drops type annotations from its parameters, and null checkers of other modules miss
    // them.
    public EncodedMessage(
            String id, String address, byte @Nullable [] key, byte @Nullable [] value, List<Header> headers) {
        this.id = id;
        this.address = address;
        this.key = key;
        this.value = value;
        this.headers = List.copyOf(headers);
    }

    /** The value of a header: the last one of that name, as Kafka reads them. */
    public Optional<byte[]> header(String name) {
        for (int i = headers.size() - 1; i >= 0; i--) {
            if (headers.get(i).name().equals(name)) {
                return Optional.of(headers.get(i).value());
            }
        }
        return Optional.empty();
    }

    /** A header. */
    @SuppressWarnings("ArrayRecordComponent") // as above
    public record Header(String name, byte[] value) {}
}
