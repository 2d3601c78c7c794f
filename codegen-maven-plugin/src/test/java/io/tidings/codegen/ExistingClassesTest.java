package io.tidings.codegen;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tidings.asyncapi.AsyncApi;
import io.tidings.codegen.avro.RecordSources;
import io.tidings.codegen.emit.ClientSources;
import io.tidings.codegen.emit.CodecSources;
import io.tidings.codegen.fake.FakeTransport;
import io.tidings.codegen.plan.ExistingRecord;
import io.tidings.codegen.plan.GenerationPlan;
import io.tidings.codegen.plan.PlanSettings;
import io.tidings.codegen.plan.Planner;
import io.tidings.codegen.plan.RecordSettings;
import io.tidings.codegen.plan.Role;
import io.tidings.messaging.Channel;
import io.tidings.messaging.EncodedMessage;
import io.tidings.messaging.KeyType;
import io.tidings.messaging.MessageSink;
import io.tidings.messaging.MessageType;
import io.tidings.messaging.OutgoingMessage;
import io.tidings.messaging.Received;
import io.tidings.messaging.Received.Origin;
import io.tidings.messaging.SendOptions;
import io.tidings.messaging.Transport;
import io.tidings.messaging.UnfitClassException;
import io.tidings.messaging.avro.RecordCodec;
import io.tidings.messaging.serde.AvroMessageCodec;
import io.tidings.messaging.serde.CodecSettings;
import io.tidings.registry.InMemorySchemaRegistry;
import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericDatumReader;
import org.apache.avro.io.DecoderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Classes that were there before, however they differ from the document: what travels is the document's, or nothing starts. {@code
 * -Dexisting.schemas=50} tries more of them, {@code -Dexisting.seed=1} others.
 */
class ExistingClassesTest {

    private static final Channel<String> TOLD = new Channel<>("all", "all", KeyType.STRING);
    private static final String ORDER =
            "{\"type\":\"record\",\"name\":\"Order\",\"namespace\":\"org.shop\",\"fields\":["
                    + "{\"name\":\"id\",\"type\":\"string\"},{\"name\":\"held\",\"type\":%s}]}";
    private static final long SEED = Long.getLong("existing.seed", 7);
    private static final int SCHEMAS = Integer.getInteger("existing.schemas", 4);
    private static final int VALUES = 6;

    @TempDir
    Path folder;

    private final InMemorySchemaRegistry registry = new InMemorySchemaRegistry();

    private static Schema parse(String json) {
        return new Schema.Parser().parse(json);
    }

    private static Schema money(String name, String... fields) {
        return parse("{\"type\":\"record\",\"name\":\"" + name + "\",\"namespace\":\"org.shared\",\"fields\":["
                + String.join(",", fields) + "]}");
    }

    private static String field(String name, String type) {
        return "{\"name\":\"" + name + "\",\"type\":" + type + "}";
    }

    /** Clients of a document with this one payload, as message {@code m0}, compiled together with classes of the user's own. */
    private ClassLoader compile(Schema payload, List<Schema> own, String... existing) throws IOException {
        return compile(payload, AvroSources.of(own), existing);
    }

    private ClassLoader compile(Schema payload, Map<String, String> own, String... existing) throws IOException {
        Map<String, String> sources = new TreeMap<>(own);
        for (Role role : Role.values()) {
            RecordSettings records = RecordSettings.DEFAULT.withExisting(Arrays.stream(existing)
                    .map(text -> ExistingRecord.parse(text).orElseThrow())
                    .toList());
            GenerationPlan plan = plan(payload, role, records);
            RecordSources.of(plan).forEach(file -> sources.put(file.path(), file.content()));
            CodecSources.of(plan).forEach(file -> sources.put(file.path(), file.content()));
            ClientSources.of(plan).forEach(file -> sources.put(file.path(), file.content()));
        }
        Path classes = folder.resolve("classes" + payload.getFullName().hashCode());
        return Compilation.strict(sources, classes).besideTests();
    }

    private GenerationPlan plan(Schema payload, Role role, RecordSettings records) throws IOException {
        CodecWorkshop.document(List.of(payload), folder);
        GenerationPlan plan = Planner.plan(
                AsyncApi.read(folder.resolve("asyncapi.yaml")).document().orElseThrow(),
                new PlanSettings("gen." + role.name().toLowerCase(java.util.Locale.ROOT), role, "g", records));
        assertThat(plan.valid()).as("%s", plan.diagnostics()).isTrue();
        return plan;
    }

    @SuppressWarnings("unchecked") // the one message there is
    private static MessageType<Object> message(ClassLoader loader) throws ReflectiveOperationException {
        return (MessageType<Object>) loader.loadClass("gen.application.CodecsMessages")
                .getField("M0")
                .get(null);
    }

    private AvroMessageCodec codec() {
        return new AvroMessageCodec(registry, CodecSettings.from(Map.of()));
    }

    private byte[] write(MessageType<Object> type, Object record) {
        EncodedMessage message = codec().encode(OutgoingMessage.of(TOLD, type, "k", record, SendOptions.NONE));
        return Objects.requireNonNull(message.value());
    }

    private Object read(MessageType<Object> type, Schema written, byte[] datum) {
        byte[] message = ByteBuffer.allocate(5 + datum.length)
                .put((byte) 0)
                .putInt(registry.register("all-" + written.getFullName(), written))
                .put(datum)
                .array();
        EncodedMessage encoded = new EncodedMessage("id", "all", null, message, List.of());
        Received<String, ?> received =
                codec().decode(TOLD, List.of(type), encoded, new Origin("all", 0, 0, Instant.EPOCH));
        return Objects.requireNonNull(received.payload());
    }

    private static Object generic(Schema schema, byte[] message) throws IOException {
        return new GenericDatumReader<>(schema)
                .read(null, DecoderFactory.get().binaryDecoder(message, 5, message.length - 5, null));
    }

    @Test
    void whateverTheyLookLikeWhatWasReadIsWrittenAgain() throws Exception {
        for (long seed = SEED; seed < SEED + SCHEMAS; seed++) {
            Schema document = RandomSchemas.record(seed);
            Map<String, Schema> own = new HashMap<>();
            Shuffled.of(document, seed, own);
            List<Schema> existing = own.values().stream()
                    .filter(type -> !Shuffled.reaches(type, document.getFullName()))
                    .toList();
            if (existing.isEmpty()) {
                continue;
            }
            String[] names = existing.stream().map(Schema::getFullName).toArray(String[]::new);
            MessageType<Object> type = message(compile(document, existing, names));
            assertThat(type.schema()).as("seed %d", seed).isEqualTo(document);
            RandomDatums datums = new RandomDatums(seed);
            for (int i = 0; i < VALUES; i++) {
                byte[] datum = AvroItself.generic(document, datums.datum(document));
                Object record = read(type, document, datum);
                byte[] again = write(type, record);
                // Two branches may be held by one class; their contents are alike.
                assertThat(AvroItself.content(generic(document, again)))
                        .as("seed %d, value %d of %s, held as %s", seed, i, document, existing)
                        .isEqualTo(AvroItself.content(genericDatum(document, datum)));
                assertThat(AvroItself.content(read(type, document, Arrays.copyOfRange(again, 5, again.length))))
                        .isEqualTo(AvroItself.content(record));
            }
            assertThat(registry.versions("all-" + document.getFullName())).hasSize(1);
        }
    }

    private static Object genericDatum(Schema schema, byte[] datum) throws IOException {
        return new GenericDatumReader<>(schema).read(null, DecoderFactory.get().binaryDecoder(datum, null));
    }

    @Test
    void aClassThatTheDocumentHasExactlyLeavesNoTrace() throws Exception {
        Schema money = money("Money", field("cents", "\"long\""));
        Schema order = parse(ORDER.formatted(money));
        ClassLoader loader = compile(order, List.of(money), "org.shared.*");

        Object held =
                loader.loadClass("org.shared.Money").getConstructor(Long.class).newInstance(5L);
        Object record = loader.loadClass("org.shop.Order")
                .getConstructor(String.class, held.getClass())
                .newInstance("o", held);

        byte[] message = write(message(loader), record);
        assertThat(Arrays.copyOfRange(message, 5, message.length)).containsExactly(2, 'o', 10);
        assertThat(RecordCodec.of(record.getClass())).isPresent();
        assertThat(registry.latest("all-org.shop.Order").orElseThrow().schema()).isEqualTo(order);
    }

    @Test
    void oneOfTidingsOwnHasItsCodec() throws Exception {
        Schema money = money("Money", field("cents", "\"long\""));
        Map<String, String> own = new TreeMap<>();
        GenerationPlan elsewhere = plan(money, Role.APPLICATION, RecordSettings.DEFAULT);
        RecordSources.of(elsewhere).forEach(file -> own.put(file.path(), file.content()));
        CodecSources.of(elsewhere).forEach(file -> own.put(file.path(), file.content()));
        Schema order = parse(ORDER.formatted("{\"type\":\"array\",\"items\":" + money + "}"));
        ClassLoader loader = compile(order, own, "org.shared.*");

        Object record = read(message(loader), order, new byte[] {2, 'o', 4, 10, 12, 0});
        assertThat(record).hasToString("{\"id\": \"o\", \"held\": [{\"cents\": 5}, {\"cents\": 6}]}");
        byte[] message = write(message(loader), record);
        assertThat(Arrays.copyOfRange(message, 5, message.length)).containsExactly(2, 'o', 4, 10, 12, 0);
    }

    @Test
    void whatADocumentDemandsAClassMustHave() throws Throwable {
        Schema wanted = money("Money", field("cents", "\"long\""), field("currency", "\"string\""));
        ClassLoader loader = compile(
                parse(ORDER.formatted(wanted)), List.of(money("Money", field("cents", "\"long\""))), "org.shared.*");

        assertThatThrownBy(() -> publisher(loader))
                .isInstanceOf(UnfitClassException.class)
                .hasMessageContaining("message 'm0' cannot be sent: org.shop.Order has nothing for what stands at"
                        + " /fields/1/type/fields/1 in the document: currency");
        subscribe(loader); // what it has no field for, it need not hold
    }

    @Test
    void whatADocumentAllowsAClassMustHold() throws Throwable {
        String symbols = "{\"type\":\"enum\",\"name\":\"Currency\",\"namespace\":\"org.shared\",\"symbols\":[%s]}";
        ClassLoader loader = compile(
                parse(ORDER.formatted(symbols.formatted("\"EUR\",\"USD\""))),
                List.of(parse(symbols.formatted("\"EUR\""))),
                "org.shared.Currency");

        assertThatThrownBy(() -> subscribe(loader))
                .isInstanceOf(UnfitClassException.class)
                .hasMessageContaining("message 'm0' cannot be received: org.shop.Order has no place for")
                .hasMessageContaining("USD");
        publisher(loader);
    }

    @Test
    void whatCountsOtherwiseIsNotTheSame() throws Throwable {
        String time = "{\"type\":\"long\",\"logicalType\":\"timestamp-%s\"}";
        Schema wanted = money("Moment", field("at", time.formatted("micros")));
        ClassLoader loader = compile(
                parse(ORDER.formatted(wanted)),
                List.of(money("Moment", field("at", time.formatted("millis")))),
                "org.shared.*");

        assertThatThrownBy(() -> publisher(loader))
                .isInstanceOf(UnfitClassException.class)
                .hasMessageContaining("holds timestamp-millis where the document says timestamp-micros, at /held/at");
        assertThatThrownBy(() -> subscribe(loader)).isInstanceOf(UnfitClassException.class);
    }

    private static void publisher(ClassLoader loader) throws Throwable {
        try {
            loader.loadClass("gen.application.TellPublisher")
                    .getConstructor(MessageSink.class)
                    .newInstance(new FakeTransport());
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }

    private static void subscribe(ClassLoader loader) throws Throwable {
        Class<?> subscriber = loader.loadClass("gen.counterpart.TellSubscriber");
        Class<?> handler = loader.loadClass("gen.counterpart.TellHandler");
        Object nobody = java.lang.reflect.Proxy.newProxyInstance(
                loader, new Class<?>[] {handler}, (proxy, method, arguments) -> null);
        try {
            subscriber.getMethod("subscribe", Transport.class, handler).invoke(null, new FakeTransport(), nobody);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }
}
