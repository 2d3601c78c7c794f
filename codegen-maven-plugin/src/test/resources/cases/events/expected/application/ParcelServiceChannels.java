package gen.application;

import io.tidings.messaging.Channel;
import io.tidings.messaging.Generated;
import io.tidings.messaging.KeyType;
import io.tidings.messaging.TopicSpec;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** The channels of Parcel Service. */
@Generated(document = "asyncapi.yaml", version = "1.2.0")
public final class ParcelServiceChannels {
    /**
     * Channel {@code parcelEvents}, topic {@code parcels.events}.
     *
     * <p>What happened to parcels, keyed by the parcel's id.
     */
    public static final Channel<UUID> PARCEL_EVENTS = new Channel<>("parcelEvents", "parcels.events", KeyType.UUID);

    /** Channel {@code depotEvents}, topic {@code depots.events}. */
    public static final Channel<Void> DEPOT_EVENTS = new Channel<>("depotEvents", "depots.events", KeyType.NONE);

    /** What the document says of their topics, to create those that are missing. */
    public static final List<TopicSpec> TOPICS = List.of(
            new TopicSpec("parcels.events", 6, 3, Map.of("cleanup.policy", "compact", "retention.ms", "604800000")),
            new TopicSpec("depots.events", 0, 0, Map.of()));

    private ParcelServiceChannels() {}
}
