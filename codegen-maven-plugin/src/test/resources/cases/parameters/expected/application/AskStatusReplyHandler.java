package gen.application;

import io.tidings.messaging.Generated;
import io.tidings.messaging.Received;
import org.lights.State;

/** Handles replies from {@code status.replies}. */
@FunctionalInterface
@Generated(document = "asyncapi.yaml", version = "1.0.0")
public interface AskStatusReplyHandler {
    /** Handles a reply; its payload is null where the replier answered that it failed, and a header says why. */
    void handle(Received<Void, State> message) throws Exception;
}
