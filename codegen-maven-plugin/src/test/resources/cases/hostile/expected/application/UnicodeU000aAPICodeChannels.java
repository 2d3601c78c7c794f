package gen.application;

import io.tidings.messaging.Channel;
import io.tidings.messaging.Generated;
import io.tidings.messaging.KeyType;
import io.tidings.messaging.TopicSpec;
import java.util.List;
import java.util.Map;

/** The channels of &#42;/ Ünïcode &#92;u000a API &#123;&#64;code. */
@Generated(document = "asyncapi.yaml", version = "1.0.0\" */ \\u0022")
public final class UnicodeU000aAPICodeChannels {
    /**
     * Channel {@code class}, topic {@code class}.
     *
     * <p>Ends here: &#42;/ public int x; /&#42; &#92;u002a&#92;u002f and &lt;script&gt;, &#123;&#64;link Nowhere&#125;,
     * &#64;param nothing
     *
     * <p>First paragraph with a line break &#64;author nobody
     *
     * <p>Second paragraph: $L $T $$ &#92;u000a &#92;
     */
    public static final Channel<Void> CLASS = new Channel<>("class", "class", KeyType.NONE);

    /** Channel {@code CLASS}, topic {@code CLASS}. */
    public static final Channel<Void> CLASS2 = new Channel<>("CLASS", "CLASS", KeyType.NONE);

    /** Channel {@code 3d-prints}, topic {@code 3d-prints}. */
    public static final Channel<Void> _3D_PRINTS = new Channel<>("3d-prints", "3d-prints", KeyType.NONE);

    /** Channel {@code topics}, topic {@code topics}. */
    public static final Channel<Void> TOPICS2 = new Channel<>("topics", "topics", KeyType.NONE);

    /** What the document says of their topics, to create those that are missing. */
    public static final List<TopicSpec> TOPICS = List.of(
            new TopicSpec("class", 0, 0, Map.of()),
            new TopicSpec("CLASS", 0, 0, Map.of()),
            new TopicSpec("3d-prints", 0, 0, Map.of()),
            new TopicSpec("topics", 0, 0, Map.of()));

    private UnicodeU000aAPICodeChannels() {}
}
