package io.tidings.replication;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tidings.messaging.EncodedMessage;
import io.tidings.messaging.MessageCodec;
import io.tidings.messaging.MessageType;
import io.tidings.messaging.OutgoingMessage;
import io.tidings.messaging.Received;
import io.tidings.messaging.SendOptions;
import io.tidings.messaging.TransientMessagingException;
import io.tidings.messaging.serde.AvroMessageCodec;
import io.tidings.messaging.serde.CodecSettings;
import io.tidings.registry.SchemaRegistry;
import io.tidings.replication.core.Event;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.apache.avro.Schema;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class FeedReaderTest {

    private static final Received.Origin ORIGIN = new Received.Origin("topic", 0, 7, Instant.EPOCH);
    private static final MessageType<RestaurantChanged> CHANGED =
            new MessageType<>("RestaurantChanged", RestaurantChanged.class, RestaurantChanged.SCHEMA$);

    private final MessageCodec codec = new AvroMessageCodec(
            SchemaRegistry.connect(Map.of("schema.registry.url", "mock://definition-reader")),
            CodecSettings.from(Map.of("tidings.source", "/test")));
    private final RowSerializer<RestaurantView> rows =
            new RowSerializer<>(RestaurantView.SCHEMA$, RestaurantView.class);

    @Test
    void aPayloadIsProjectedOntoTheView() {
        Event event =
                read(RestaurantView.on("topic"), message(RestaurantChanged.named("Roma"), SendOptions.version(4)));

        Event.Upsert upsert = (Event.Upsert) event;
        assertThat(upsert.version()).isEqualTo(4);
        assertThat(upsert.offset()).isEqualTo(7);
        assertThat(rows.read(upsert.value().bytes()).name()).isEqualTo("Roma");
    }

    @Test
    void theVersionMayBeAField() {
        var definition = ReplicaDefinition.of(
                "View", RestaurantView.channel("topic"), RestaurantView.TYPE, VersionSource.field("revision"));

        Event event = read(definition, message(RestaurantChanged.named("Roma", 12), SendOptions.version(4)));

        assertThat(((Event.Upsert) event).version()).isEqualTo(12);
    }

    @Test
    void ofSeveralKindsReadAsOneClassTheOneThatIsNamedCounts() {
        var channel = RestaurantView.channel("topic");
        MessageType<RestaurantView> opened =
                new MessageType<>("RestaurantOpened", RestaurantView.class, RestaurantView.TYPE.schema());
        var definition = ReplicaDefinition.<String, RestaurantView>of(
                "View",
                RestaurantView.TYPE,
                List.<Feed<String, ?, RestaurantView>>of(
                        Feed.of(channel, opened, VersionSource.header(), Deletes.NONE),
                        Feed.of(channel, RestaurantView.TYPE, VersionSource.field("revision"), Deletes.NONE)));

        Event event = read(definition, message(RestaurantChanged.named("Roma", 12), SendOptions.version(4)));

        assertThat(((Event.Upsert) event).version()).isEqualTo(12);
    }

    @Test
    void withoutAVersionAMessageCannotBeOrdered() {
        Event event = read(RestaurantView.on("topic"), message(RestaurantChanged.named("Roma"), SendOptions.NONE));

        Event.Poison poison = (Event.Poison) event;
        assertThat(poison.version()).isNull();
        assertThat(poison.reason()).contains("ce_entityversion");
    }

    @Test
    void aTombstoneTakesItsVersionFromTheHeader() {
        assertThat(read(RestaurantView.on("topic"), message(null, SendOptions.version(5))))
                .isEqualTo(new Event.Delete(0, 7, 5));
    }

    @Test
    void aTombstoneWithoutAVersionIsNotGuessed() {
        Event event = read(RestaurantView.on("topic"), message(null, SendOptions.NONE));

        assertThat(((Event.Poison) event).reason()).contains("tombstone without the header");
    }

    @Test
    void aTombstoneWhereNoDeletesAreExpectedIsPoison() {
        var definition = new ReplicaDefinition<>(
                "View",
                RestaurantView.channel("topic"),
                RestaurantView.TYPE,
                VersionSource.header(),
                Deletes.NONE,
                StoreKind.MEMORY);

        Event event = read(definition, message(null, SendOptions.version(5)));

        assertThat(((Event.Poison) event).version()).isEqualTo(5);
    }

    @Test
    void bytesThatAreNoMessageArePoisonWhoseVersionMayBeKnown() {
        var headers = List.of(new EncodedMessage.Header("ce_entityversion", "9".getBytes(StandardCharsets.UTF_8)));
        var garbage =
                new EncodedMessage("id", "topic", "k".getBytes(StandardCharsets.UTF_8), new byte[] {9, 9}, headers);

        assertThat(((Event.Poison) read(RestaurantView.on("topic"), garbage)).version())
                .isEqualTo(9);
    }

    @Test
    void aSchemaThatTheRegistryDoesNotKnowIsPoison() {
        var foreign = new EncodedMessage(
                "id", "topic", "k".getBytes(StandardCharsets.UTF_8), new byte[] {0, 0, 1, 0, 0, 1}, List.of());

        assertThat(read(RestaurantView.on("topic"), foreign)).isInstanceOf(Event.Poison.class);
    }

    @Test
    void otherKindsOnTheChannelAreNotOfThisView() {
        Schema other =
                new Schema.Parser().parse(RestaurantChanged.SCHEMA$.toString().replace("RestaurantChanged", "Other"));
        Received<String, Object> received = new Received<>(
                "k", null, new org.apache.avro.generic.GenericData.Record(other), metadata(), ORIGIN, Map.of());

        assertThat(reader(RestaurantView.on("topic"), answering(received))
                        .read(message(RestaurantChanged.named("Roma"), SendOptions.NONE), ORIGIN))
                .isEmpty();
    }

    @Test
    void aRegistryThatIsAwayIsNotTheMessagesFault() {
        MessageCodec away = codecThat(() -> {
            throw new TransientMessagingException("registry away", null);
        });

        assertThatThrownBy(() -> reader(RestaurantView.on("topic"), away)
                        .read(message(RestaurantChanged.named("Roma"), SendOptions.version(1)), ORIGIN))
                .isInstanceOf(TransientMessagingException.class);
    }

    private Event read(ReplicaDefinition<String, RestaurantView> definition, EncodedMessage message) {
        return reader(definition, codec).read(message, ORIGIN).orElseThrow();
    }

    private FeedReader<String, RestaurantView> reader(
            ReplicaDefinition<String, RestaurantView> definition, MessageCodec with) {
        return new FeedReader<>(0, definition.feeds(), rows, with);
    }

    private EncodedMessage message(@Nullable RestaurantChanged payload, SendOptions options) {
        return codec.encode(OutgoingMessage.of(RestaurantView.channel("topic"), CHANGED, "k", payload, options));
    }

    private static io.tidings.messaging.Metadata metadata() {
        return io.tidings.messaging.Metadata.of("id", "/test", "Other", Instant.EPOCH);
    }

    private static MessageCodec answering(Received<?, ?> received) {
        return codecThat(() -> received);
    }

    private static MessageCodec codecThat(java.util.function.Supplier<Object> decode) {
        // A generic method has no lambda form; only decode is ever called.
        return (MessageCodec) Proxy.newProxyInstance(
                MessageCodec.class.getClassLoader(),
                new Class<?>[] {MessageCodec.class},
                (proxy, method, arguments) -> decode.get());
    }
}
