package gen.counterpart;

import io.tidings.messaging.Channel;
import io.tidings.messaging.Generated;
import io.tidings.messaging.KeyType;
import io.tidings.messaging.TopicSpec;
import java.util.List;
import java.util.Map;

/** The channels of Parcels. */
@Generated(document = "asyncapi.yaml", version = "1.0.0")
public final class ParcelsChannels {
    /** Channel {@code parcels}, topic {@code parcels}. */
    public static final Channel<String> PARCELS = new Channel<>("parcels", "parcels", KeyType.STRING);

    /** Channel {@code priceRequests}, topic {@code price.requests}. */
    public static final Channel<Void> PRICE_REQUESTS = new Channel<>("priceRequests", "price.requests", KeyType.NONE);

    /** Channel {@code priceReplies}, topic {@code price.replies}. */
    public static final Channel<Void> PRICE_REPLIES = new Channel<>("priceReplies", "price.replies", KeyType.NONE);

    /** Channel {@code claimRequests}, topic {@code claim.requests}. */
    public static final Channel<Void> CLAIM_REQUESTS = new Channel<>("claimRequests", "claim.requests", KeyType.NONE);

    /** Channel {@code claimReplies}, topic {@code claim.replies}. */
    public static final Channel<Void> CLAIM_REPLIES = new Channel<>("claimReplies", "claim.replies", KeyType.NONE);

    /** Channel {@code lookups}, topic {@code lookups}. */
    public static final Channel<Void> LOOKUPS = new Channel<>("lookups", "lookups", KeyType.NONE);

    /** Channel {@code doors}, topic {@code doors}. */
    public static final Channel<Void> DOORS = new Channel<>("doors", "doors", KeyType.NONE);

    /** What the document says of their topics, to create those that are missing. */
    public static final List<TopicSpec> TOPICS = List.of(
            new TopicSpec("parcels", 0, 0, Map.of()),
            new TopicSpec("price.requests", 0, 0, Map.of()),
            new TopicSpec("price.replies", 0, 0, Map.of()),
            new TopicSpec("claim.requests", 0, 0, Map.of()),
            new TopicSpec("claim.replies", 0, 0, Map.of()),
            new TopicSpec("lookups", 0, 0, Map.of()),
            new TopicSpec("doors", 0, 0, Map.of()));

    private ParcelsChannels() {}

    /** Channel {@code lookupReplies}, whose address is known at run time only. */
    public static Channel<Void> lookupReplies(String address) {
        return new Channel<>("lookupReplies", address, KeyType.NONE);
    }
}
