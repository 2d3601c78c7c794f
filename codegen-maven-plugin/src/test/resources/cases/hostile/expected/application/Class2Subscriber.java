package gen.application;

import io.tidings.messaging.BatchHandler;
import io.tidings.messaging.Generated;
import io.tidings.messaging.MessageHandler;
import io.tidings.messaging.PoisonMessageException;
import io.tidings.messaging.Received;
import io.tidings.messaging.Subscription;
import io.tidings.messaging.SubscriptionSpec;
import io.tidings.messaging.Transport;
import java.util.List;

/** Subscribes to {@code CLASS}. Stateless. */
@Generated(document = "asyncapi.yaml", version = "1.0.0\" */ \\u0022")
public final class Class2Subscriber {
    /** The consumer group, unless the caller names another. */
    public static final String GROUP = "unicode-u000a-api-code";

    private Class2Subscriber() {}

    /** What to subscribe to, as a member of a group. */
    public static SubscriptionSpec<Void> spec(String group) {
        return new SubscriptionSpec<>(
                UnicodeU000aAPICodeChannels.CLASS2,
                List.of(UnicodeU000aAPICodeMessages.U43D_U43E_U432_U44B_U438),
                group);
    }

    /** Adapts a typed handler. */
    public static MessageHandler<Void> handling(Class2Handler handler) {
        return message -> handler.handle(typed(message));
    }

    /** Adapts a typed handler that takes several messages at once. */
    public static BatchHandler<Void> batches(BatchHandler.Typed<Void, org.hostile.String> handler) {
        return BatchHandler.of(Class2Subscriber::typed, handler);
    }

    /** Subscribes as a member of {@link #GROUP}. */
    public static Subscription subscribe(Transport transport, Class2Handler handler) {
        return subscribe(transport, GROUP, handling(handler));
    }

    /** Subscribes as a member of a group, with a handler that may be wrapped, as an idempotent receiver does. */
    public static Subscription subscribe(Transport transport, String group, MessageHandler<Void> handler) {
        return transport.subscribe(spec(group), handler);
    }

    private static Received<Void, org.hostile.String> typed(Received<Void, ?> message) {
        Object payload = message.payload();
        if (payload == null) {
            return message.with(UnicodeU000aAPICodeMessages.U43D_U43E_U432_U44B_U438, null);
        }
        if (payload instanceof org.hostile.String known) {
            return message.with(UnicodeU000aAPICodeMessages.U43D_U43E_U432_U44B_U438, known);
        }
        throw new PoisonMessageException(
                "Channel CLASS brought an unexpected kind of message: " + message.metadata().type(), null);
    }
}
