package gen.application.migration;

import gen.application.OrdersChannels;
import gen.application.OrdersMessages;
import gen.v1.MovedHeaders;
import io.tidings.messaging.AtomicSink;
import io.tidings.messaging.Generated;
import io.tidings.messaging.OutgoingMessage;
import io.tidings.messaging.Receipt;
import io.tidings.messaging.SendOptions;
import io.tidings.messaging.majors.Majors;
import io.tidings.messaging.majors.MajorsWriter;
import java.util.concurrent.CompletionStage;
import org.shop.ParcelMoved;

/**
 * Publishes version 2.0.0 to {@code parcels.v2}, version 1.4.0 to {@code parcels}, or both: with one id, and all
 * or nothing. Safe for use by several threads if its sink is.
 */
@Generated(document = "asyncapi.yaml", version = "2.0.0")
public final class MoveMigratingPublisher {
    private final MajorsWriter writer;

    /** @param written which versions are written, as a configuration says it */
    public MoveMigratingPublisher(AtomicSink sink, Majors written) {
        this.writer = new MajorsWriter(sink, written);
    }

    /** Sends message {@code moved}. */
    public CompletionStage<Receipt> publish(Long key, ParcelMoved payload, String olderKey, MovedHeaders olderHeaders) {
        return publish(key, payload, olderKey, olderHeaders, SendOptions.NONE);
    }

    /** Sends message {@code moved} with options. */
    public CompletionStage<Receipt> publish(Long key, ParcelMoved payload, String olderKey,
            MovedHeaders olderHeaders, SendOptions options) {
        return writer.send(
                options,
                same -> OutgoingMessage.of(
                        OrdersChannels.PARCELS, OrdersMessages.MOVED, key, payload, same),
                same -> OutgoingMessage.of(
                        gen.v1.OrdersChannels.PARCELS, gen.v1.OrdersMessages.MOVED, olderKey,
                                MovedDowncaster.INSTANCE.downcast(payload), olderHeaders.in(same)));
    }
}
