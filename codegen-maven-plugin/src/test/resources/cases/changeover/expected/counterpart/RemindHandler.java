package gen.counterpart;

import io.tidings.messaging.Generated;
import io.tidings.messaging.Received;
import org.shop.Remind;

/** Handles what arrives on {@code reminders.v2}. */
@FunctionalInterface
@Generated(document = "asyncapi.yaml", version = "2.0.0")
public interface RemindHandler {
    /** Handles a message; its payload is null for a tombstone. */
    void handle(Received<Void, Remind> message) throws Exception;
}
