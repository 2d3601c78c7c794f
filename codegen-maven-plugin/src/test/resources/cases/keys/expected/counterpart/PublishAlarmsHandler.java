package gen.counterpart;

import io.tidings.messaging.Generated;
import io.tidings.messaging.Received;
import org.warehouse.Count;
import org.warehouse.Level;

/** Handles what arrives on {@code warehouse.alarms}. */
@FunctionalInterface
@Generated(document = "asyncapi.yaml", version = "1.0.0")
public interface PublishAlarmsHandler {
    /** Handles a message; its payload is null for a tombstone. */
    void handle(Received<Level, Count> message) throws Exception;
}
