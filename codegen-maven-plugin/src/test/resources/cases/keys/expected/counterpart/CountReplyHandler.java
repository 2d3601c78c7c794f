package gen.counterpart;

import io.tidings.messaging.Generated;
import io.tidings.messaging.Received;
import org.warehouse.Count;
import org.warehouse.Place;

/** Handles replies from {@code warehouse.answers}. */
@FunctionalInterface
@Generated(document = "asyncapi.yaml", version = "1.0.0")
public interface CountReplyHandler {
    /** Handles a reply; its payload is null where the replier answered that it failed, and a header says why. */
    void handle(Received<Place, Count> message) throws Exception;
}
