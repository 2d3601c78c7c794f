package gen.counterpart;

import io.tidings.messaging.Generated;
import io.tidings.messaging.Received;
import org.shared.Account;

/** Handles what arrives on {@code shop.audits}. */
@FunctionalInterface
@Generated(document = "asyncapi.yaml", version = "1.0.0")
public interface TellAuditsHandler {
    /** Handles a message; its payload is null for a tombstone. */
    void handle(Received<Account, TellAuditsMessage> message) throws Exception;
}
