package gen.counterpart;

import io.tidings.messaging.Generated;
import io.tidings.messaging.HeaderType;
import io.tidings.messaging.PoisonMessageException;
import io.tidings.messaging.Received;
import io.tidings.messaging.SendOptions;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The headers of message {@code parcelMoved} that its sender decides: one Kafka header each, as text.
 *
 * @param myAppHeader header {@code my-app-header}, which may be missing
 * @param xRequestId header {@code X-Request-Id}. Who asked for it
 * @param priority header {@code priority}, which may be missing. How much it matters
 * @param movedAt header {@code moved-at}, which may be missing
 */
@Generated(document = "asyncapi.yaml", version = "1.0.0")
public record ParcelMovedHeaders(@Nullable Integer myAppHeader, UUID xRequestId,
        ParcelMovedHeaders. @Nullable Priority priority, @Nullable Instant movedAt) {
    public ParcelMovedHeaders {
        Objects.requireNonNull(xRequestId, "xRequestId");
    }

    /**
     * Reads those of a message.
     *
     * @throws PoisonMessageException if one is missing that is required, or is not what it should be
     */
    public static ParcelMovedHeaders of(Received<?, ?> message) {
        return new ParcelMovedHeaders(
                HeaderType.INTEGER.optional(message, "my-app-header"),
                HeaderType.UUID.required(message, "X-Request-Id"),
                Priority.TYPE.optional(message, "priority"),
                HeaderType.INSTANT.optional(message, "moved-at"));
    }

    /** With those that are required. */
    public static ParcelMovedHeaders of(UUID xRequestId) {
        return new ParcelMovedHeaders(null, xRequestId, null, null);
    }

    /** The same with another header {@code my-app-header}; without it if that is null. */
    public ParcelMovedHeaders withMyAppHeader(@Nullable Integer value) {
        return new ParcelMovedHeaders(value, xRequestId, priority, movedAt);
    }

    /** The same with another header {@code priority}; without it if that is null. */
    public ParcelMovedHeaders withPriority(@Nullable Priority value) {
        return new ParcelMovedHeaders(myAppHeader, xRequestId, value, movedAt);
    }

    /** The same with another header {@code moved-at}; without it if that is null. */
    public ParcelMovedHeaders withMovedAt(@Nullable Instant value) {
        return new ParcelMovedHeaders(myAppHeader, xRequestId, priority, value);
    }

    /** Adds them to what is said of a message that is sent. */
    public SendOptions in(SendOptions options) {
        return options
                .withHeader("my-app-header", HeaderType.INTEGER, myAppHeader())
                .withHeader("X-Request-Id", HeaderType.UUID, xRequestId())
                .withHeader("priority", Priority.TYPE, priority())
                .withHeader("moved-at", HeaderType.INSTANT, movedAt());
    }

    /** What header {@code priority} says. */
    public enum Priority {
        /** {@code low}. */
        LOW("low"),

        /** {@code high}. */
        HIGH("high"),

        /** Something that this version of the document does not know. Cannot be sent. */
        UNKNOWN("");

        private static final HeaderType<Priority> TYPE = HeaderType.of("one of those listed", Priority::of, Priority::text);

        private final String text;

        Priority(String text) {
            this.text = text;
        }

        private static Priority of(String text) {
            for (Priority known : values()) {
                if (known.text.equals(text)) {
                    return known;
                }
            }
            return UNKNOWN;
        }

        private String text() {
            if (this == UNKNOWN) {
                throw new IllegalArgumentException("What is not known cannot be sent");
            }
            return text;
        }
    }
}
