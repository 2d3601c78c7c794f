package gen.application;

import io.tidings.messaging.Generated;
import io.tidings.messaging.HeaderType;
import io.tidings.messaging.PoisonMessageException;
import io.tidings.messaging.Received;
import io.tidings.messaging.SendOptions;
import org.jspecify.annotations.Nullable;

/**
 * The headers of message {@code parcelLost} that its sender decides: one Kafka header each, as text.
 *
 * @param myAppHeader header {@code my-app-header}, which may be missing
 * @param tags header {@code tags}, which may be missing
 * @param weight header {@code weight}, which may be missing
 * @param paid header {@code paid}, which may be missing
 */
@Generated(document = "asyncapi.yaml", version = "1.0.0")
public record ParcelLostHeaders(@Nullable Integer myAppHeader, @Nullable String tags,
        @Nullable Double weight, @Nullable Boolean paid) {
    /** Without any of them. */
    public static final ParcelLostHeaders NONE = new ParcelLostHeaders(null, null, null, null);

    /**
     * Reads those of a message.
     *
     * @throws PoisonMessageException if one is missing that is required, or is not what it should be
     */
    public static ParcelLostHeaders of(Received<?, ?> message) {
        return new ParcelLostHeaders(
                HeaderType.INTEGER.optional(message, "my-app-header"),
                HeaderType.STRING.optional(message, "tags"),
                HeaderType.DOUBLE.optional(message, "weight"),
                HeaderType.BOOLEAN.optional(message, "paid"));
    }

    /** The same with another header {@code my-app-header}; without it if that is null. */
    public ParcelLostHeaders withMyAppHeader(@Nullable Integer value) {
        return new ParcelLostHeaders(value, tags, weight, paid);
    }

    /** The same with another header {@code tags}; without it if that is null. */
    public ParcelLostHeaders withTags(@Nullable String value) {
        return new ParcelLostHeaders(myAppHeader, value, weight, paid);
    }

    /** The same with another header {@code weight}; without it if that is null. */
    public ParcelLostHeaders withWeight(@Nullable Double value) {
        return new ParcelLostHeaders(myAppHeader, tags, value, paid);
    }

    /** The same with another header {@code paid}; without it if that is null. */
    public ParcelLostHeaders withPaid(@Nullable Boolean value) {
        return new ParcelLostHeaders(myAppHeader, tags, weight, value);
    }

    /** Adds them to what is said of a message that is sent. */
    public SendOptions in(SendOptions options) {
        return options
                .withHeader("my-app-header", HeaderType.INTEGER, myAppHeader())
                .withHeader("tags", HeaderType.STRING, tags())
                .withHeader("weight", HeaderType.DOUBLE, weight())
                .withHeader("paid", HeaderType.BOOLEAN, paid());
    }
}
