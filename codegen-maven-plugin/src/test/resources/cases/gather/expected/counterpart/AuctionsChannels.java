package gen.counterpart;

import io.tidings.messaging.Channel;
import io.tidings.messaging.Generated;
import io.tidings.messaging.KeyType;
import io.tidings.messaging.TopicSpec;
import java.util.List;
import java.util.Map;

/** The channels of Auctions. */
@Generated(document = "asyncapi.yaml", version = "1.0.0")
public final class AuctionsChannels {
    /** Channel {@code calls}, topic {@code auctions.calls}. */
    public static final Channel<String> CALLS = new Channel<>("calls", "auctions.calls", KeyType.STRING);

    /** Channel {@code answers}, topic {@code auctions.answers}. */
    public static final Channel<Void> ANSWERS = new Channel<>("answers", "auctions.answers", KeyType.NONE);

    /** What the document says of their topics, to create those that are missing. */
    public static final List<TopicSpec> TOPICS = List.of(
            new TopicSpec("auctions.calls", 0, 0, Map.of()),
            new TopicSpec("auctions.answers", 0, 0, Map.of()));

    private AuctionsChannels() {}
}
