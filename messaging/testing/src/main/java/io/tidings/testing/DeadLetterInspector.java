package io.tidings.testing;

import io.tidings.messaging.DeadLetter;
import io.tidings.messaging.DeadLetterChannel;
import io.tidings.messaging.DeliveryMode;
import io.tidings.messaging.EncodedMessage;
import io.tidings.messaging.MessageCodec;
import io.tidings.messaging.MessagingException;
import io.tidings.messaging.Received;
import io.tidings.messaging.SubscriptionSpec;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalLong;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What a group could not handle, for the assertions of a test. It shows the letters that wait now: what was replayed with success,
 * or dropped, is gone. Safe for use by several threads.
 *
 * <p>Methods fail with a {@link MessagingException} that is retryable while the broker or the registry is away; those that wait go on.
 *
 * @param <K> the channel's keys
 */
public final class DeadLetterInspector<K> {

    private final Supplier<List<DeadLetter>> source;
    private final MessageCodec codec;
    private final SubscriptionSpec<K> spec;

    /**
     * Looks into a channel by way of any transport; {@link TidingsExtension#deadLetters} and {@link InMemoryTransport#deadLetters(
     * SubscriptionSpec)} do it by their own.
     *
     * @param channel of the address and the group of {@code spec}
     * @param codec reads the payloads
     * @param spec what the group subscribes to; generated subscribers have it as {@code spec(group)}
     * @throws IllegalArgumentException if its members share the channel: then no key is parked, and the channel knows no letters
     */
    public DeadLetterInspector(DeadLetterChannel channel, MessageCodec codec, SubscriptionSpec<K> spec) {
        this(() -> waiting(channel), codec, spec);
        if (spec.delivery() == DeliveryMode.SHARED) {
            throw new IllegalArgumentException(
                    "Group '" + spec.group() + "' shares its channel, so its dead letter channel knows no parked keys");
        }
    }

    private DeadLetterInspector(Supplier<List<DeadLetter>> source, MessageCodec codec, SubscriptionSpec<K> spec) {
        this.source = source;
        this.codec = codec;
        this.spec = spec;
    }

    /**
     * Looks into either kind of channel.
     *
     * @param all every letter there ever was: that is what is known of a group that shares its channel
     */
    static <K> DeadLetterInspector<K> over(
            Supplier<DeadLetterChannel> channel,
            Supplier<List<EncodedMessage>> all,
            MessageCodec codec,
            SubscriptionSpec<K> spec) {
        return spec.delivery() == DeliveryMode.SHARED
                ? new DeadLetterInspector<>(
                        () -> all.get().stream()
                                .map(letter -> DeadLetter.of(0, letter))
                                .toList(),
                        codec,
                        spec)
                : new DeadLetterInspector<>(channel.get(), codec, spec);
    }

    /**
     * A message that waits in the dead letter channel.
     *
     * @param message as it was read, byte for byte
     * @param decoded null if it cannot be read
     * @param origin where it was read
     * @param attempts how often it was tried; 0 if it only waits behind another of its key
     * @param reason what went wrong, for people
     * @param exception the class of what was thrown; empty of one that waits behind another
     * @param behind the offset of the message that it waits behind
     */
    public record Letter<K>(
            EncodedMessage message,
            @Nullable Received<K, ?> decoded,
            Received.Origin origin,
            int attempts,
            String reason,
            String exception,
            OptionalLong behind) {

        /** Null without a key, and if the message cannot be read. */
        public @Nullable K key() {
            return decoded == null ? null : decoded.key();
        }

        /** Null if it cannot be read; of a tombstone, too, which {@link #decoded} tells apart. */
        public @Nullable Object payload() {
            return decoded == null ? null : decoded.payload();
        }

        /** One line, for the message of a failure. */
        @Override
        public String toString() {
            String why = behind.isPresent()
                    ? reason
                    : "tried " + attempts + (attempts == 1 ? " time, " : " times, ") + exception + ": " + reason;
            String what = decoded == null ? "payload cannot be read" : "key " + key() + ", payload " + payload();
            return origin.address() + "-" + origin.partition() + " at offset " + origin.offset() + ": " + why + " ("
                    + what + ")";
        }
    }

    /** Those that wait now, by partition, in the order in which they were sent. */
    public List<Letter<K>> letters() {
        return source.get().stream()
                .sorted(Comparator.comparingInt(
                                (DeadLetter letter) -> letter.origin().partition())
                        .thenComparingLong(letter -> letter.origin().offset()))
                .map(this::read)
                .toList();
    }

    /**
     * Waits until just so many wait; none, say, after a replay.
     *
     * @throws AssertionError if there are fewer or more at the deadline; it says which
     */
    public List<Letter<K>> awaitLetters(int count, Duration deadline) {
        List<Letter<K>> awaited = new ArrayList<>();
        Eventually.eventually(deadline, () -> {
            List<Letter<K>> letters = letters();
            if (letters.size() != count) {
                throw new AssertionError("Expected " + count + " dead letters within " + deadline.toMillis() + " ms, "
                        + describe(letters));
            }
            awaited.addAll(letters);
        });
        return awaited;
    }

    /**
     * Checks that none waits now. Wait first for what the subscription should have done: a letter may come later.
     *
     * @throws AssertionError if there are any; it says which
     */
    public void assertNone() {
        List<Letter<K>> letters = letters();
        if (!letters.isEmpty()) {
            throw new AssertionError("Expected no dead letters, " + describe(letters));
        }
    }

    private String describe(List<Letter<K>> letters) {
        String whose = " of group '" + spec.group() + "' on '" + spec.channel().address() + "'";
        return letters.isEmpty()
                ? "there are none" + whose
                : "there are " + letters.size() + whose + ":"
                        + letters.stream().map(letter -> "\n  " + letter).collect(Collectors.joining());
    }

    private static List<DeadLetter> waiting(DeadLetterChannel channel) {
        return channel.parked().stream()
                .flatMap(key -> channel.letters(key, Integer.MAX_VALUE).stream())
                .toList();
    }

    private Letter<K> read(DeadLetter letter) {
        return new Letter<>(
                letter.message(),
                decode(letter),
                letter.origin(),
                letter.attempts(),
                letter.reason(),
                letter.exception(),
                letter.behind());
    }

    private @Nullable Received<K, ?> decode(DeadLetter letter) {
        try {
            return codec.decode(spec.channel(), spec.messages(), letter.message(), letter.origin());
        } catch (MessagingException e) {
            if (e.retryable()) {
                throw e;
            }
            return null;
        }
    }
}
