package gen.application;

import io.tidings.messaging.Generated;
import io.tidings.messaging.HeaderType;
import io.tidings.messaging.PoisonMessageException;
import io.tidings.messaging.Received;
import io.tidings.messaging.SendOptions;
import java.util.Objects;

/**
 * The headers of message {@code PaymentMade} that its sender decides: one Kafka header each, as text.
 *
 * @param method header {@code method}
 */
@Generated(document = "asyncapi.yaml", version = "2.0.0")
public record PaymentMadeHeaders(String method) {
    public PaymentMadeHeaders {
        Objects.requireNonNull(method, "method");
    }

    /**
     * Reads those of a message.
     *
     * @throws PoisonMessageException if one is missing that is required, or is not what it should be
     */
    public static PaymentMadeHeaders of(Received<?, ?> message) {
        return new PaymentMadeHeaders(HeaderType.STRING.required(message, "method"));
    }

    /** Adds them to what is said of a message that is sent. */
    public SendOptions in(SendOptions options) {
        return options
                .withHeader("method", HeaderType.STRING, method());
    }
}
