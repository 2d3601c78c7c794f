package gen.application.migration;

import gen.application.OrdersChannels;
import gen.application.OrdersMessages;
import gen.application.PlacedHeaders;
import io.tidings.messaging.AtomicSink;
import io.tidings.messaging.Generated;
import io.tidings.messaging.OutgoingMessage;
import io.tidings.messaging.Receipt;
import io.tidings.messaging.SendOptions;
import io.tidings.messaging.majors.Majors;
import io.tidings.messaging.majors.MajorsWriter;
import java.util.concurrent.CompletionStage;
import org.shop.OrderCancelled;
import org.shop.OrderPlaced;
import org.shop.OrderShipped;

/**
 * Publishes version 2.0.0 to {@code orders.v2}, version 1.4.0 to {@code orders}, or both: with one id, and all
 * or nothing. Safe for use by several threads if its sink is.
 */
@Generated(document = "asyncapi.yaml", version = "2.0.0")
public final class TellMigratingPublisher {
    private final MajorsWriter writer;

    private final PlacedDowncaster placedDowncaster;

    /** @param written which versions are written, as a configuration says it */
    public TellMigratingPublisher(AtomicSink sink, Majors written, PlacedDowncaster placedDowncaster) {
        this.writer = new MajorsWriter(sink, written);
        this.placedDowncaster = placedDowncaster;
    }

    /** Sends message {@code placed}. */
    public CompletionStage<Receipt> publishPlaced(String key, OrderPlaced payload, PlacedHeaders headers) {
        return publishPlaced(key, payload, headers, SendOptions.NONE);
    }

    /** Sends message {@code placed} with options. */
    public CompletionStage<Receipt> publishPlaced(String key, OrderPlaced payload,
            PlacedHeaders headers, SendOptions options) {
        return writer.send(
                options,
                same -> OutgoingMessage.of(
                        OrdersChannels.ORDERS, OrdersMessages.PLACED, key, payload,
                                headers.in(same)),
                same -> OutgoingMessage.of(
                        gen.v1.OrdersChannels.ORDERS, gen.v1.OrdersMessages.PLACED, key,
                                placedDowncaster.downcast(payload), headers.in(same)));
    }

    /** Sends message {@code cancelled}. */
    public CompletionStage<Receipt> publishCancelled(String key, OrderCancelled payload) {
        return publishCancelled(key, payload, SendOptions.NONE);
    }

    /** Sends message {@code cancelled} with options. */
    public CompletionStage<Receipt> publishCancelled(String key, OrderCancelled payload, SendOptions options) {
        return writer.send(
                options,
                same -> OutgoingMessage.of(
                        OrdersChannels.ORDERS, OrdersMessages.CANCELLED, key, payload, same),
                same -> OutgoingMessage.of(
                        gen.v1.OrdersChannels.ORDERS, gen.v1.OrdersMessages.CANCELLED, key,
                                CancelledDowncaster.INSTANCE.downcast(payload), same));
    }

    /** Sends message {@code shipped}, which version 1.4.0 does not have. */
    public CompletionStage<Receipt> publishShipped(String key, OrderShipped payload) {
        return publishShipped(key, payload, SendOptions.NONE);
    }

    /** Sends message {@code shipped} with options. */
    public CompletionStage<Receipt> publishShipped(String key, OrderShipped payload, SendOptions options) {
        return writer.send(
                OutgoingMessage.of(
                        OrdersChannels.ORDERS, OrdersMessages.SHIPPED, key, payload, options),
                "1.4.0");
    }

    /** Says that the entity with this key is gone. */
    public CompletionStage<Receipt> publishTombstone(String key, SendOptions options) {
        return writer.send(
                options,
                same -> OutgoingMessage.of(
                        OrdersChannels.ORDERS, OrdersMessages.PLACED, key, null, same),
                same -> OutgoingMessage.of(
                        gen.v1.OrdersChannels.ORDERS, gen.v1.OrdersMessages.PLACED, key, null, same));
    }
}
