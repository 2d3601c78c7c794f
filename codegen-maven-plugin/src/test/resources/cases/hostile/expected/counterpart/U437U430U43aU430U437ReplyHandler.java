package gen.counterpart;

import io.tidings.messaging.Generated;
import io.tidings.messaging.Received;

/** Handles replies from {@code 3d-prints}. */
@FunctionalInterface
@Generated(document = "asyncapi.yaml", version = "1.0.0\" */ \\u0022")
public interface U437U430U43aU430U437ReplyHandler {
    /** Handles a reply; its payload is null where the replier answered that it failed, and a header says why. */
    void handle(Received<Void, U437U430U43aU430U437Reply> message) throws Exception;
}
