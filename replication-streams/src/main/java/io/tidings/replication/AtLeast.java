package io.tidings.replication;

import static java.util.Objects.requireNonNull;

import io.tidings.messaging.Metadata;
import io.tidings.messaging.Receipt;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What an answer must have seen: a reader who has just changed an entity at its owner asks for at least that change ("read your
 * writes"). Such a token comes from the reply to a command, or from the receipt of what was published; it travels as text (see
 * {@code toString} and {@link #parse}), in a cookie or a URL, to whoever asks next. Immutable.
 */
public sealed interface AtLeast {

    /**
     * The entity in this version of the owner's, or a later one, a grave included.
     *
     * @param version as the owner counts
     */
    record Version(long version) implements AtLeast {

        @Override
        public String toString() {
            return "v" + version;
        }
    }

    /**
     * Everything that stands in a channel's log up to this place, which included.
     *
     * @param address the channel's address, a Kafka topic
     * @param partition not below 0
     * @param offset not below 0
     */
    record Place(String address, int partition, long offset) implements AtLeast {

        public Place {
            requireNonNull(address, "address");
            if (address.isEmpty() || partition < 0 || offset < 0) {
                throw new IllegalArgumentException("A place is a topic, a partition and an offset, not " + address + "@"
                        + partition + ":" + offset);
            }
        }

        @Override
        public String toString() {
            return address + "@" + partition + ":" + offset;
        }
    }

    /** An entity's version, as a reply tells it. */
    static AtLeast version(long version) {
        return new Version(version);
    }

    /** A place in a channel's log. */
    static AtLeast position(String address, int partition, long offset) {
        return new Place(address, partition, offset);
    }

    /** Where a message was put; empty if its sink has only promised to deliver it, as an outbox does: ask by version then. */
    static Optional<AtLeast> of(Receipt receipt) {
        return Optional.ofNullable(receipt.position())
                .map(position -> new Place(receipt.address(), position.partition(), position.offset()));
    }

    /** The version of the entity that a reply tells of (header {@code ce_entityversion}); empty if it bears none. */
    static Optional<AtLeast> of(Metadata reply) {
        return Optional.ofNullable(reply.entityVersion()).map(Version::new);
    }

    /**
     * Reads what {@code toString} wrote: {@code v42}, or {@code orders@3:1234}.
     *
     * @throws IllegalArgumentException if it is neither
     */
    static AtLeast parse(String text) {
        Matcher version = Pattern.compile("v(-?[0-9]{1,19})").matcher(text);
        Matcher place = Pattern.compile("([A-Za-z0-9._-]{1,249})@([0-9]{1,9}):([0-9]{1,18})")
                .matcher(text);
        try {
            if (version.matches()) {
                return new Version(Long.parseLong(version.group(1)));
            }
        } catch (NumberFormatException e) {
            throw unread(text, e);
        }
        if (place.matches()) {
            return new Place(place.group(1), Integer.parseInt(place.group(2)), Long.parseLong(place.group(3)));
        }
        throw unread(text, null);
    }

    private static IllegalArgumentException unread(String text, @Nullable Exception cause) {
        return new IllegalArgumentException(
                "A token is a version, as v42, or a place, as orders@3:1234; not '" + text + "'", cause);
    }
}
