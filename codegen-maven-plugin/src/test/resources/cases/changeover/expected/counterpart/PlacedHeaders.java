package gen.counterpart;

import io.tidings.messaging.Generated;
import io.tidings.messaging.HeaderType;
import io.tidings.messaging.PoisonMessageException;
import io.tidings.messaging.Received;
import io.tidings.messaging.SendOptions;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The headers of message {@code placed} that its sender decides: one Kafka header each, as text.
 *
 * @param shop header {@code shop}
 * @param campaign header {@code campaign}, which may be missing
 */
@Generated(document = "asyncapi.yaml", version = "2.0.0")
public record PlacedHeaders(String shop, @Nullable String campaign) {
    public PlacedHeaders {
        Objects.requireNonNull(shop, "shop");
    }

    /**
     * Reads those of a message.
     *
     * @throws PoisonMessageException if one is missing that is required, or is not what it should be
     */
    public static PlacedHeaders of(Received<?, ?> message) {
        return new PlacedHeaders(
                HeaderType.STRING.required(message, "shop"),
                HeaderType.STRING.optional(message, "campaign"));
    }

    /** With those that are required. */
    public static PlacedHeaders of(String shop) {
        return new PlacedHeaders(shop, null);
    }

    /** The same with another header {@code campaign}; without it if that is null. */
    public PlacedHeaders withCampaign(@Nullable String value) {
        return new PlacedHeaders(shop, value);
    }

    /** Adds them to what is said of a message that is sent. */
    public SendOptions in(SendOptions options) {
        return options
                .withHeader("shop", HeaderType.STRING, shop())
                .withHeader("campaign", HeaderType.STRING, campaign());
    }
}
