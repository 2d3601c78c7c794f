package gen.application;

import io.tidings.messaging.BatchHandler;
import io.tidings.messaging.Generated;
import io.tidings.messaging.MessageHandler;
import io.tidings.messaging.Received;
import io.tidings.messaging.Subscription;
import io.tidings.messaging.SubscriptionSpec;
import io.tidings.messaging.Transport;
import java.util.List;

/**
 * Subscribes to {@code class}. Stateless.
 *
 * <p>&#92;u000a &#42;/ &lt;p&gt; &amp;amp; $N
 */
@Generated(document = "asyncapi.yaml", version = "1.0.0\" */ \\u0022")
public final class ClassSubscriber {
    /** The consumer group, unless the caller names another. */
    public static final String GROUP = "unicode-u000a-api-code";

    private ClassSubscriber() {}

    /** What to subscribe to, as a member of a group. */
    public static SubscriptionSpec<Void> spec(String group) {
        return new SubscriptionSpec<>(
                UnicodeU000aAPICodeChannels.CLASS,
                List.of(UnicodeU000aAPICodeMessages.NEW, UnicodeU000aAPICodeMessages.OBJECT, UnicodeU000aAPICodeMessages.UNKNOWN_2),
                group);
    }

    /** Adapts a typed handler. */
    public static MessageHandler<Void> handling(ClassHandler handler) {
        return message -> handler.handle(typed(message));
    }

    /** Adapts a typed handler that takes several messages at once. */
    public static BatchHandler<Void> batches(BatchHandler.Typed<Void, ClassMessage> handler) {
        return BatchHandler.of(ClassSubscriber::typed, handler);
    }

    /** Subscribes as a member of {@link #GROUP}. */
    public static Subscription subscribe(Transport transport, ClassHandler handler) {
        return subscribe(transport, GROUP, handling(handler));
    }

    /** Subscribes as a member of a group, with a handler that may be wrapped, as an idempotent receiver does. */
    public static Subscription subscribe(Transport transport, String group, MessageHandler<Void> handler) {
        return transport.subscribe(spec(group), handler);
    }

    private static Received<Void, ClassMessage> typed(Received<Void, ?> message) {
        return message.with(null, message.payload() == null ? null : ClassMessage.of(message));
    }
}
