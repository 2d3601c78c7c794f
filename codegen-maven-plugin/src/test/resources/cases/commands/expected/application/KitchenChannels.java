package gen.application;

import io.tidings.messaging.Channel;
import io.tidings.messaging.Generated;
import io.tidings.messaging.KeyType;
import io.tidings.messaging.TopicSpec;
import java.util.List;
import java.util.Map;

/** The channels of Kitchen. */
@Generated(document = "asyncapi.yaml", version = "1.0.0")
public final class KitchenChannels {
    /** Channel {@code kitchenCommands}, topic {@code kitchen.commands}. */
    public static final Channel<Void> KITCHEN_COMMANDS =
            new Channel<>("kitchenCommands", "kitchen.commands", KeyType.NONE);

    /** Channel {@code bell}, topic {@code kitchen.bell}. */
    public static final Channel<Void> BELL = new Channel<>("bell", "kitchen.bell", KeyType.NONE);

    /** What the document says of their topics, to create those that are missing. */
    public static final List<TopicSpec> TOPICS = List.of(
            new TopicSpec("kitchen.commands", 0, 0, Map.of()),
            new TopicSpec("kitchen.bell", 0, 0, Map.of()));

    private KitchenChannels() {}
}
