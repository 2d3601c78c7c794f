package gen.counterpart;

import io.tidings.messaging.Channel;
import io.tidings.messaging.Generated;
import io.tidings.messaging.KeyType;
import io.tidings.messaging.TopicSpec;
import java.util.List;
import java.util.Map;

/** The channels of Street Lights. */
@Generated(document = "asyncapi.yaml", version = "1.0.0")
public final class StreetLightsChannels {
    /** Channel {@code statusReplies}, topic {@code status.replies}. */
    public static final Channel<Void> STATUS_REPLIES = new Channel<>("statusReplies", "status.replies", KeyType.NONE);

    /** What the document says of their topics, to create those that are missing. */
    public static final List<TopicSpec> TOPICS = List.of(new TopicSpec("status.replies", 0, 0, Map.of()));

    private StreetLightsChannels() {}

    /**
     * Channel {@code measured}, topic {@code lights.{streetId}.{zone}.measured}.
     *
     * <p>How bright it is.
     */
    public static Channel<String> measured(MeasuredParameters parameters) {
        return new Channel<>("measured", parameters.address(), KeyType.STRING);
    }

    /** What the document says of a topic of channel {@code measured}, to create it if it is missing. */
    public static TopicSpec measuredTopic(MeasuredParameters parameters) {
        return new TopicSpec(parameters.address(), 2, 0, Map.of("cleanup.policy", "compact"));
    }

    /** Channel {@code dim}, topic {@code dim-{class}}. */
    public static Channel<Void> dim(DimParameters parameters) {
        return new Channel<>("dim", parameters.address(), KeyType.NONE);
    }

    /** What the document says of a topic of channel {@code dim}, to create it if it is missing. */
    public static TopicSpec dimTopic(DimParameters parameters) {
        return new TopicSpec(parameters.address(), 0, 0, Map.of());
    }

    /** Channel {@code status}, topic {@code status.{zone}}. */
    public static Channel<Void> status(StatusParameters parameters) {
        return new Channel<>("status", parameters.address(), KeyType.NONE);
    }

    /** What the document says of a topic of channel {@code status}, to create it if it is missing. */
    public static TopicSpec statusTopic(StatusParameters parameters) {
        return new TopicSpec(parameters.address(), 0, 0, Map.of());
    }

    /** Channel {@code zonedReplies}, topic {@code replies.{zone}}. */
    public static Channel<Void> zonedReplies(ZonedRepliesParameters parameters) {
        return new Channel<>("zonedReplies", parameters.address(), KeyType.NONE);
    }

    /** What the document says of a topic of channel {@code zonedReplies}, to create it if it is missing. */
    public static TopicSpec zonedRepliesTopic(ZonedRepliesParameters parameters) {
        return new TopicSpec(parameters.address(), 0, 0, Map.of());
    }

    /** Channel {@code odd}, topic {@code odd.{value}.{of}}. */
    public static Channel<Void> odd(OddParameters parameters) {
        return new Channel<>("odd", parameters.address(), KeyType.NONE);
    }

    /** What the document says of a topic of channel {@code odd}, to create it if it is missing. */
    public static TopicSpec oddTopic(OddParameters parameters) {
        return new TopicSpec(parameters.address(), 0, 0, Map.of());
    }
}
