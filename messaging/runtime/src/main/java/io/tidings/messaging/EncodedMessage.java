package io.tidings.messaging;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A message as it goes over the wire: what an outbox keeps and a relay sends, byte for byte. Immutable, safe for use by several
 * threads.
 */
public final class EncodedMessage {

    private final String address;
    private final byte @Nullable [] key;
    private final byte @Nullable [] value;
    private final @Nullable Supplier<Envelope> opening;
    /** Not volatile: it is immutable, and who does not see it yet opens its equal. */
    private @Nullable Envelope envelope;

    /**
     * A message.
     *
     * @param id the message id, which also stands among the headers
     * @param address where it goes
     */
    public EncodedMessage(
            String id, String address, byte @Nullable [] key, byte @Nullable [] value, List<Header> headers) {
        this(address, key, value, null, new Envelope(id, headers));
    }

    private EncodedMessage(
            String address,
            byte @Nullable [] key,
            byte @Nullable [] value,
            @Nullable Supplier<Envelope> opening,
            @Nullable Envelope envelope) {
        this.address = address;
        this.key = key;
        this.value = value;
        this.opening = opening;
        this.envelope = envelope;
    }

    /**
     * A message whose id and headers are read when somebody asks for them: many a handler looks at the payload alone.
     *
     * @param opening may be called more than once, by several threads
     */
    public static EncodedMessage unopened(
            String address, byte @Nullable [] key, byte @Nullable [] value, Supplier<Envelope> opening) {
        return new EncodedMessage(address, key, value, opening, null);
    }

    public String id() {
        return envelope().id();
    }

    public String address() {
        return address;
    }

    public byte @Nullable [] key() {
        return key;
    }

    public byte @Nullable [] value() {
        return value;
    }

    public List<Header> headers() {
        return envelope().headers();
    }

    private Envelope envelope() {
        Envelope known = envelope;
        if (known == null) {
            known = Objects.requireNonNull(opening).get();
            envelope = known;
        }
        return known;
    }

    /** The value of a header: the last one of that name, as Kafka reads them. */
    public Optional<byte[]> header(String name) {
        List<Header> headers = headers();
        for (int i = headers.size() - 1; i >= 0; i--) {
            if (headers.get(i).name().equals(name)) {
                return Optional.of(headers.get(i).value());
            }
        }
        return Optional.empty();
    }

    @Override
    public String toString() {
        return "Message " + id() + " to '" + address + "'";
    }

    /**
     * What stands around key and value.
     *
     * @param id the message id
     */
    public record Envelope(String id, List<Header> headers) {

        public Envelope {
            headers = List.copyOf(headers);
        }
    }

    /** A header. */
    @SuppressWarnings("ArrayRecordComponent") // bytes on their way are not compared, and copying them would cost
    public record Header(String name, byte[] value) {}
}
