package gen.application;

import io.tidings.messaging.Channel;
import io.tidings.messaging.Generated;
import io.tidings.messaging.KeyType;
import io.tidings.messaging.TopicSpec;
import java.util.List;
import java.util.Map;

/** The channels of Quotes. */
@Generated(document = "asyncapi.yaml", version = "2.0.0")
public final class QuotesChannels {
    /** Channel {@code quoteRequests}, topic {@code quotes.requests}. */
    public static final Channel<Long> QUOTE_REQUESTS = new Channel<>("quoteRequests", "quotes.requests", KeyType.LONG);

    /** Channel {@code quoteReplies}, topic {@code quotes.replies}. */
    public static final Channel<Long> QUOTE_REPLIES = new Channel<>("quoteReplies", "quotes.replies", KeyType.LONG);

    /** What the document says of their topics, to create those that are missing. */
    public static final List<TopicSpec> TOPICS = List.of(
            new TopicSpec("quotes.requests", 0, 0, Map.of()),
            new TopicSpec("quotes.replies", 0, 0, Map.of()));

    private QuotesChannels() {}
}
