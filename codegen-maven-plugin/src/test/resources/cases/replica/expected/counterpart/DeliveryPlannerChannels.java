package gen.counterpart;

import io.tidings.messaging.Channel;
import io.tidings.messaging.Generated;
import io.tidings.messaging.KeyType;
import io.tidings.messaging.TopicSpec;
import java.util.List;
import java.util.Map;

/** The channels of Delivery Planner. */
@Generated(document = "asyncapi.yaml", version = "1.0.0")
public final class DeliveryPlannerChannels {
    /** Channel {@code parcelEvents}, topic {@code parcels.events}. */
    public static final Channel<String> PARCEL_EVENTS = new Channel<>("parcelEvents", "parcels.events", KeyType.STRING);

    /** Channel {@code parcelEvents2}, topic {@code parcels.events-2}. */
    public static final Channel<String> PARCEL_EVENTS2 =
            new Channel<>("parcelEvents2", "parcels.events-2", KeyType.STRING);

    /** Channel {@code depotEvents}, topic {@code depots.events}. */
    public static final Channel<String> DEPOT_EVENTS = new Channel<>("depotEvents", "depots.events", KeyType.STRING);

    /** What the document says of their topics, to create those that are missing. */
    public static final List<TopicSpec> TOPICS = List.of(
            new TopicSpec("parcels.events", 0, 0, Map.of()),
            new TopicSpec("parcels.events-2", 0, 0, Map.of()),
            new TopicSpec("depots.events", 0, 0, Map.of()));

    private DeliveryPlannerChannels() {}
}
