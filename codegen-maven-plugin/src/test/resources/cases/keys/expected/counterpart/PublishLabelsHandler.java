package gen.counterpart;

import io.tidings.messaging.Generated;
import io.tidings.messaging.Received;
import org.warehouse.Count;

/** Handles what arrives on {@code warehouse.labels}. */
@FunctionalInterface
@Generated(document = "asyncapi.yaml", version = "1.0.0")
public interface PublishLabelsHandler {
    /** Handles a message; its payload is null for a tombstone. */
    void handle(Received<byte[], Count> message) throws Exception;
}
