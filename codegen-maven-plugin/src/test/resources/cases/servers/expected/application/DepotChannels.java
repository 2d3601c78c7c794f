package gen.application;

import io.tidings.messaging.Channel;
import io.tidings.messaging.Generated;
import io.tidings.messaging.KeyType;
import io.tidings.messaging.TopicSpec;
import java.util.List;
import java.util.Map;

/** The channels of Depot. */
@Generated(document = "asyncapi.yaml", version = "1.0.0")
public final class DepotChannels {
    /** Channel {@code depots}, topic {@code depots}. */
    public static final Channel<Void> DEPOTS = new Channel<>("depots", "depots", KeyType.NONE);

    /** What the document says of their topics, to create those that are missing. */
    public static final List<TopicSpec> TOPICS = List.of(new TopicSpec("depots", 0, 0, Map.of()));

    private DepotChannels() {}
}
