package gen.application;

import io.tidings.messaging.Channel;
import io.tidings.messaging.Generated;
import io.tidings.messaging.KeyType;
import io.tidings.messaging.TopicSpec;
import java.util.List;
import java.util.Map;

/** The channels of Half Typed. */
@Generated(document = "asyncapi.yaml", version = "0.1.0")
public final class HalfTypedChannels {
    /** Channel {@code mixed}, topic {@code mixed}. */
    public static final Channel<Void> MIXED = new Channel<>("mixed", "mixed", KeyType.NONE);

    /** Channel {@code jsonOnly}, topic {@code json}. */
    public static final Channel<Void> JSON_ONLY = new Channel<>("jsonOnly", "json", KeyType.NONE);

    /** Channel {@code words}, topic {@code words}. */
    public static final Channel<Void> WORDS = new Channel<>("words", "words", KeyType.NONE);

    /** What the document says of their topics, to create those that are missing. */
    public static final List<TopicSpec> TOPICS = List.of(
            new TopicSpec("mixed", 0, 0, Map.of()),
            new TopicSpec("json", 0, 0, Map.of()),
            new TopicSpec("words", 0, 0, Map.of()));

    private HalfTypedChannels() {}

    /** Channel {@code parameterized}, topic {@code region.{region}}. */
    public static Channel<Void> parameterized(ParameterizedParameters parameters) {
        return new Channel<>("parameterized", parameters.address(), KeyType.NONE);
    }

    /** What the document says of a topic of channel {@code parameterized}, to create it if it is missing. */
    public static TopicSpec parameterizedTopic(ParameterizedParameters parameters) {
        return new TopicSpec(parameters.address(), 0, 0, Map.of());
    }
}
