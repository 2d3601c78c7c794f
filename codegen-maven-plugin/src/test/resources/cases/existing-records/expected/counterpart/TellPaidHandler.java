package gen.counterpart;

import io.tidings.messaging.Generated;
import io.tidings.messaging.Received;
import org.shared.Account;
import org.shop.Paid;

/** Handles what arrives on {@code shop.paid}. */
@FunctionalInterface
@Generated(document = "asyncapi.yaml", version = "1.0.0")
public interface TellPaidHandler {
    /** Handles a message; its payload is null for a tombstone. */
    void handle(Received<Account, Paid> message) throws Exception;
}
