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
    /** Channel {@code orders}, topic {@code orders}. */
    public static final Channel<Void> ORDERS = new Channel<>("orders", "orders", KeyType.NONE);

    /** What the document says of their topics, to create those that are missing. */
    public static final List<TopicSpec> TOPICS = List.of(new TopicSpec("orders", 0, 0, Map.of()));

    private OrdersChannels() {}
}
