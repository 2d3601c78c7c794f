package gen.application;

import io.tidings.messaging.Generated;
import io.tidings.messaging.MessageSink;
import io.tidings.messaging.OutgoingMessage;
import io.tidings.messaging.Receipt;
import io.tidings.messaging.SendOptions;
import java.util.concurrent.CompletionStage;
import org.parcels.Door;

/** Publishes to {@code doors}. Safe for use by several threads if its sink is. */
@Generated(document = "asyncapi.yaml", version = "1.0.0")
public final class PublishDoorsPublisher {
    private final MessageSink sink;

    public PublishDoorsPublisher(MessageSink sink) {
        this.sink = sink;
    }

    /** Sends message {@code opened}. */
    public CompletionStage<Receipt> publishOpened(Door payload) {
        return publishOpened(payload, SendOptions.NONE);
    }

    /** Sends message {@code opened} with options. */
    public CompletionStage<Receipt> publishOpened(Door payload, SendOptions options) {
        return sink.send(OutgoingMessage.of(ParcelsChannels.DOORS, ParcelsMessages.OPENED, null, payload, options));
    }

    /** Sends message {@code closed}. */
    public CompletionStage<Receipt> publishClosed(Door payload) {
        return publishClosed(payload, SendOptions.NONE);
    }

    /** Sends message {@code closed} with options. */
    public CompletionStage<Receipt> publishClosed(Door payload, SendOptions options) {
        return sink.send(OutgoingMessage.of(ParcelsChannels.DOORS, ParcelsMessages.CLOSED, null, payload, options));
    }
}
