package gen.application;

import io.tidings.messaging.Generated;
import io.tidings.messaging.Received;
import org.shop.PaymentMade;

/** Handles what arrives on {@code payments.v2}. */
@FunctionalInterface
@Generated(document = "asyncapi.yaml", version = "2.0.0")
public interface BookHandler {
    /** Handles a message; its payload is null for a tombstone. */
    void handle(Received<String, PaymentMade> message) throws Exception;
}
