package gen.counterpart;

import io.tidings.messaging.Channel;
import io.tidings.messaging.Generated;
import io.tidings.messaging.KeyType;
import io.tidings.messaging.TopicSpec;
import java.util.List;
import java.util.Map;

/** The channels of Orders. */
@Generated(document = "asyncapi.yaml", version = "2.0.0")
public final class OrdersChannels {
    /** Channel {@code orders}, topic {@code orders.v2}. */
    public static final Channel<String> ORDERS = new Channel<>("orders", "orders.v2", KeyType.STRING);

    /** Channel {@code parcels}, topic {@code parcels.v2}. */
    public static final Channel<Long> PARCELS = new Channel<>("parcels", "parcels.v2", KeyType.LONG);

    /** Channel {@code payments}, topic {@code payments.v2}. */
    public static final Channel<String> PAYMENTS = new Channel<>("payments", "payments.v2", KeyType.STRING);

    /** Channel {@code returns}, topic {@code returns.v2}. */
    public static final Channel<Long> RETURNS = new Channel<>("returns", "returns.v2", KeyType.LONG);

    /** Channel {@code stock}, topic {@code stock}. */
    public static final Channel<Void> STOCK = new Channel<>("stock", "stock", KeyType.NONE);

    /** Channel {@code reminders}, topic {@code reminders.v2}. */
    public static final Channel<Void> REMINDERS = new Channel<>("reminders", "reminders.v2", KeyType.NONE);

    /** Channel {@code prices}, topic {@code prices.v2}. */
    public static final Channel<Void> PRICES = new Channel<>("prices", "prices.v2", KeyType.NONE);

    /** Channel {@code priceReplies}, topic {@code prices.v2.replies}. */
    public static final Channel<Void> PRICE_REPLIES = new Channel<>("priceReplies", "prices.v2.replies", KeyType.NONE);

    /** What the document says of their topics, to create those that are missing. */
    public static final List<TopicSpec> TOPICS = List.of(
            new TopicSpec("orders.v2", 0, 0, Map.of()),
            new TopicSpec("parcels.v2", 0, 0, Map.of()),
            new TopicSpec("payments.v2", 0, 0, Map.of()),
            new TopicSpec("returns.v2", 0, 0, Map.of()),
            new TopicSpec("stock", 0, 0, Map.of()),
            new TopicSpec("reminders.v2", 0, 0, Map.of()),
            new TopicSpec("prices.v2", 0, 0, Map.of()),
            new TopicSpec("prices.v2.replies", 0, 0, Map.of()));

    private OrdersChannels() {}

    /** Channel {@code areas}, topic {@code areas.{area}.v2}. */
    public static Channel<Void> areas(AreasParameters parameters) {
        return new Channel<>("areas", parameters.address(), KeyType.NONE);
    }

    /** What the document says of a topic of channel {@code areas}, to create it if it is missing. */
    public static TopicSpec areasTopic(AreasParameters parameters) {
        return new TopicSpec(parameters.address(), 0, 0, Map.of());
    }
}
