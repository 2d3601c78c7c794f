package gen.application;

import io.tidings.messaging.Generated;
import io.tidings.messaging.Received;

/**
 * Handles what arrives on {@code class}.
 *
 * <p>&#92;u000a &#42;/ &lt;p&gt; &amp;amp; $N
 */
@FunctionalInterface
@Generated(document = "asyncapi.yaml", version = "1.0.0\" */ \\u0022")
public interface ClassHandler {
    /** Handles a message; its payload is null for a tombstone. */
    void handle(Received<Void, ClassMessage> message) throws Exception;
}
