package gen.counterpart;

import io.tidings.messaging.Channel;
import io.tidings.messaging.Generated;
import io.tidings.messaging.KeyType;
import io.tidings.messaging.TopicSpec;
import io.tidings.messaging.serde.AvroKey;
import java.util.List;
import java.util.Map;
import org.warehouse.Level;
import org.warehouse.Place;

/** The channels of Warehouse. */
@Generated(document = "asyncapi.yaml", version = "1.0.0")
public final class WarehouseChannels {
    /** Channel {@code stock}, topic {@code warehouse.stock}. */
    public static final Channel<Place> STOCK = new Channel<>("stock", "warehouse.stock", AvroKey.bare(Place.class));

    /** Channel {@code audits}, topic {@code warehouse.audits}. */
    public static final Channel<Place> AUDITS =
            new Channel<>("audits", "warehouse.audits", AvroKey.framed(Place.class));

    /** Channel {@code temperatures}, topic {@code warehouse.temperatures}. */
    public static final Channel<String> TEMPERATURES =
            new Channel<>("temperatures", "warehouse.temperatures", AvroKey.framed(KeyType.STRING));

    /** Channel {@code alarms}, topic {@code warehouse.alarms}. */
    public static final Channel<Level> ALARMS = new Channel<>("alarms", "warehouse.alarms", AvroKey.bare(Level.class));

    /** Channel {@code questions}, topic {@code warehouse.questions}. */
    public static final Channel<Place> QUESTIONS =
            new Channel<>("questions", "warehouse.questions", AvroKey.bare(Place.class));

    /** Channel {@code answers}, topic {@code warehouse.answers}. */
    public static final Channel<Place> ANSWERS =
            new Channel<>("answers", "warehouse.answers", AvroKey.bare(Place.class));

    /** Channel {@code labels}, topic {@code warehouse.labels}. */
    public static final Channel<byte[]> LABELS = new Channel<>("labels", "warehouse.labels", KeyType.BYTES);

    /** What the document says of their topics, to create those that are missing. */
    public static final List<TopicSpec> TOPICS = List.of(
            new TopicSpec("warehouse.stock", 0, 0, Map.of()),
            new TopicSpec("warehouse.audits", 0, 0, Map.of()),
            new TopicSpec("warehouse.temperatures", 0, 0, Map.of()),
            new TopicSpec("warehouse.alarms", 0, 0, Map.of()),
            new TopicSpec("warehouse.questions", 0, 0, Map.of()),
            new TopicSpec("warehouse.answers", 0, 0, Map.of()),
            new TopicSpec("warehouse.labels", 0, 0, Map.of()));

    private WarehouseChannels() {}
}
