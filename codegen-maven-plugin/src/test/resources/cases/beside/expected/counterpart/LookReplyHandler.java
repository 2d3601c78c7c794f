package gen.counterpart;

import io.tidings.messaging.Generated;
import io.tidings.messaging.Received;
import org.parcels.Found;

/** Handles replies from an address that is known at run time only. */
@FunctionalInterface
@Generated(document = "asyncapi.yaml", version = "1.0.0")
public interface LookReplyHandler {
    /** Handles a reply; its payload is null where the replier answered that it failed, and a header says why. */
    void handle(Received<Void, Found> message) throws Exception;
}
