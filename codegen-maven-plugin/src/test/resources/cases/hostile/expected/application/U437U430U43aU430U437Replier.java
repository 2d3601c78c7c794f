package gen.application;

import io.tidings.messaging.Generated;
import io.tidings.messaging.MessageHandler;
import io.tidings.messaging.MessageSink;
import io.tidings.messaging.PoisonMessageException;
import io.tidings.messaging.Receipt;
import io.tidings.messaging.Received;
import io.tidings.messaging.Replying;
import io.tidings.messaging.Subscription;
import io.tidings.messaging.SubscriptionSpec;
import io.tidings.messaging.Transport;
import java.util.List;
import java.util.concurrent.CompletionStage;

/** Answers requests from {@code topics}, to the address they name or else to {@code 3d-prints}. Stateless. */
@Generated(document = "asyncapi.yaml", version = "1.0.0\" */ \\u0022")
public final class U437U430U43aU430U437Replier {
    /** The consumer group, unless the caller names another. */
    public static final String GROUP = "unicode-u000a-api-code";

    private U437U430U43aU430U437Replier() {}

    /** What to subscribe to, as a member of a group. */
    public static SubscriptionSpec<Void> spec(String group) {
        return new SubscriptionSpec<>(
                UnicodeU000aAPICodeChannels.TOPICS2,
                List.of(UnicodeU000aAPICodeMessages.UNNAMED),
                group);
    }

    /**
     * Adapts a typed handler; a request is done when the sink has taken its reply. Whoever asked what is
     * given up is told with a fault.
     */
    public static MessageHandler<Void> replying(U437U430U43aU430U437Handler handler, MessageSink replies) {
        return Replying.handler(replies, UnicodeU000aAPICodeChannels._3D_PRINTS, UnicodeU000aAPICodeMessages.STRING, message -> {
            Received<Void, org.hostile.String> request = typed(message);
            return reply(replies, request, handler.handle(request));
        });
    }

    /** Answers as a member of {@link #GROUP}, straight through the transport. */
    public static Subscription serve(Transport transport, U437U430U43aU430U437Handler handler) {
        return subscribe(transport, GROUP, replying(handler, transport.sink()));
    }

    /** Subscribes as a member of a group, with a handler that may be wrapped, as an idempotent receiver does. */
    public static Subscription subscribe(Transport transport, String group, MessageHandler<Void> handler) {
        return transport.subscribe(spec(group), handler);
    }

    private static CompletionStage<Receipt> reply(MessageSink replies, Received<?, ?> request,
            U437U430U43aU430U437Reply reply) {
        return reply.match(
                payload -> Replying.reply(replies, request, UnicodeU000aAPICodeChannels._3D_PRINTS, UnicodeU000aAPICodeMessages.STRING, payload),
                payload -> Replying.reply(replies, request, UnicodeU000aAPICodeChannels._3D_PRINTS, UnicodeU000aAPICodeMessages.CLASS_MESSAGE, payload),
                unknown -> {
                    throw new IllegalArgumentException("An unknown kind of reply cannot be sent");
                });
    }

    private static Received<Void, org.hostile.String> typed(Received<Void, ?> message) {
        Object payload = message.payload();
        if (payload == null) {
            return message.with(UnicodeU000aAPICodeMessages.UNNAMED, null);
        }
        if (payload instanceof org.hostile.String known) {
            return message.with(UnicodeU000aAPICodeMessages.UNNAMED, known);
        }
        throw new PoisonMessageException(
                "Channel topics brought an unexpected kind of message: " + message.metadata().type(), null);
    }
}
