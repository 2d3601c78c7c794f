package gen.counterpart;

import io.tidings.messaging.Generated;
import io.tidings.messaging.MessageSink;
import io.tidings.messaging.OutgoingMessage;
import io.tidings.messaging.Receipt;
import io.tidings.messaging.SendOptions;
import java.util.concurrent.CompletionStage;
import org.warehouse.Count;
import org.warehouse.Place;

/** Publishes to {@code warehouse.stock}. Safe for use by several threads if its sink is. */
@Generated(document = "asyncapi.yaml", version = "1.0.0")
public final class KeepStockPublisher {
    private final MessageSink sink;

    public KeepStockPublisher(MessageSink sink) {
        this.sink = sink;
    }

    /** Sends message {@code StockChanged}. */
    public CompletionStage<Receipt> publish(Place key, Count payload) {
        return publish(key, payload, SendOptions.NONE);
    }

    /** Sends message {@code StockChanged} with options. */
    public CompletionStage<Receipt> publish(Place key, Count payload, SendOptions options) {
        return sink.send(OutgoingMessage.of(
                WarehouseChannels.STOCK,
                WarehouseMessages.STOCK_CHANGED,
                key,
                payload,
                options));
    }

    /** Says that the entity with this key is gone. */
    public CompletionStage<Receipt> publishTombstone(Place key, SendOptions options) {
        return sink.send(OutgoingMessage.of(
                WarehouseChannels.STOCK,
                WarehouseMessages.STOCK_CHANGED,
                key,
                null,
                options));
    }
}
