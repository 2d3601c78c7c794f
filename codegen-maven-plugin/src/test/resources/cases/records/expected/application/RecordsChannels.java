package gen.application;

import io.tidings.messaging.Channel;
import io.tidings.messaging.Generated;
import io.tidings.messaging.KeyType;
import io.tidings.messaging.TopicSpec;
import java.util.List;
import java.util.Map;

/** The channels of Records. */
@Generated(document = "asyncapi.yaml", version = "2.1.0")
public final class RecordsChannels {
    /** Channel {@code parcels}, topic {@code parcels}. */
    public static final Channel<Void> PARCELS = new Channel<>("parcels", "parcels", KeyType.NONE);

    /** What the document says of their topics, to create those that are missing. */
    public static final List<TopicSpec> TOPICS = List.of(new TopicSpec("parcels", 0, 0, Map.of()));

    private RecordsChannels() {}
}
