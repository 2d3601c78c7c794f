package gen.counterpart;

import io.tidings.messaging.Generated;
import io.tidings.messaging.HeaderType;
import io.tidings.messaging.PoisonMessageException;
import io.tidings.messaging.Received;
import io.tidings.messaging.SendOptions;
import java.util.Objects;

/**
 * The headers of message {@code priceRequest} that its sender decides: one Kafka header each, as text.
 *
 * @param requesterId header {@code REQUESTER_ID}
 */
@Generated(document = "asyncapi.yaml", version = "1.0.0")
public record PriceRequestHeaders(String requesterId) {
    public PriceRequestHeaders {
        Objects.requireNonNull(requesterId, "requesterId");
    }

    /**
     * Reads those of a message.
     *
     * @throws PoisonMessageException if one is missing that is required, or is not what it should be
     */
    public static PriceRequestHeaders of(Received<?, ?> message) {
        return new PriceRequestHeaders(HeaderType.STRING.required(message, "REQUESTER_ID"));
    }

    /** Adds them to what is said of a message that is sent. */
    public SendOptions in(SendOptions options) {
        return options
                .withHeader("REQUESTER_ID", HeaderType.STRING, requesterId());
    }
}
