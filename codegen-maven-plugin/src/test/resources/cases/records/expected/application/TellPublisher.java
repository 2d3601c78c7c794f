package gen.application;

import io.tidings.messaging.Generated;
import io.tidings.messaging.MessageSink;
import io.tidings.messaging.OutgoingMessage;
import io.tidings.messaging.Receipt;
import io.tidings.messaging.SendOptions;
import java.util.concurrent.CompletionStage;
import org.post.Posted;
import org.post.nasty.Object;

/** Publishes to {@code parcels}. Safe for use by several threads if its sink is. */
@Generated(document = "asyncapi.yaml", version = "2.1.0")
public final class TellPublisher {
    private final MessageSink sink;

    public TellPublisher(MessageSink sink) {
        this.sink = sink;
    }

    /** Sends message {@code posted}. */
    public CompletionStage<Receipt> publishPosted(Posted payload) {
        return publishPosted(payload, SendOptions.NONE);
    }

    /** Sends message {@code posted} with options. */
    public CompletionStage<Receipt> publishPosted(Posted payload, SendOptions options) {
        return sink.send(OutgoingMessage.of(RecordsChannels.PARCELS, RecordsMessages.POSTED, null, payload, options));
    }

    /** Sends message {@code nasty}. */
    public CompletionStage<Receipt> publishNasty(Object payload) {
        return publishNasty(payload, SendOptions.NONE);
    }

    /** Sends message {@code nasty} with options. */
    public CompletionStage<Receipt> publishNasty(Object payload, SendOptions options) {
        return sink.send(OutgoingMessage.of(RecordsChannels.PARCELS, RecordsMessages.NASTY, null, payload, options));
    }
}
