package io.tidings.sync.download;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tidings.asyncapi.model.AsyncApiDocument;
import io.tidings.asyncapi.model.MessageSchema;
import io.tidings.registry.InMemorySchemaRegistry;
import io.tidings.registry.SchemaDefinition;
import io.tidings.registry.SchemaReference;
import io.tidings.sync.Documents;
import io.tidings.sync.download.DownloadedFile.State;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.avro.NameValidator;
import org.apache.avro.Schema;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DownloadTest {
    private static final String COUNTRY =
            "{\"type\":\"enum\",\"name\":\"Country\",\"namespace\":\"com.geo\",\"symbols\":[\"DE\",\"FR\"]}";
    private static final String ADDRESS =
            "{\"type\":\"record\",\"name\":\"Address\",\"namespace\":\"com.shop\",\"fields\":"
                    + "[{\"name\":\"street\",\"type\":\"string\"},{\"name\":\"country\",\"type\":\"com.geo.Country\"}]}";
    private static final String PLACED = "{\"type\":\"record\",\"name\":\"OrderPlaced\",\"namespace\":\"com.shop\","
            + "\"fields\":[{\"name\":\"to\",\"type\":\"Address\"},{\"name\":\"limit\",\"type\":\"double\","
            + "\"default\":1.50}]}";

    @TempDir
    Path folder;

    private final InMemorySchemaRegistry registry = new InMemorySchemaRegistry();
    private Path output = Path.of("");

    @BeforeEach
    void setUp() {
        output = folder.resolve("schemas");
    }

    @Test
    void aSubjectComesWithAllItRefersTo() throws IOException {
        registerOrders();
        DownloadResult result = download("orders-com.shop.OrderPlaced");

        assertThat(result.problems()).isEmpty();
        assertThat(files())
                .containsExactly("com/geo/Country.avsc", "com/shop/Address.avsc", "com/shop/OrderPlaced.avsc");
        assertThat(output.resolve("com/shop/OrderPlaced.avsc")).hasContent("""
                {
                  "type": "record",
                  "name": "OrderPlaced",
                  "namespace": "com.shop",
                  "fields": [
                    {
                      "name": "to",
                      "type": "Address"
                    },
                    {
                      "name": "limit",
                      "type": "double",
                      "default": 1.50
                    }
                  ]
                }
                """);
    }

    @Test
    void documentsCanReferToTheFiles() throws IOException {
        registerOrders();
        download("orders-*");

        AsyncApiDocument document = new Documents(folder).write("asyncapi.yaml", """
                asyncapi: 3.0.0
                info: { title: Orders, version: 1.0.0 }
                channels:
                  orders:
                    address: orders
                    messages:
                      OrderPlaced:
                        payload: { $ref: schemas/com/shop/OrderPlaced.avsc }
                operations:
                  placeOrder: { action: send, channel: { $ref: '#/channels/orders' } }
                components:
                  schemas:
                    Address: { $ref: schemas/com/shop/Address.avsc }
                    Country: { $ref: schemas/com/geo/Country.avsc }
                """);

        MessageSchema payload = document.operations()
                .values()
                .iterator()
                .next()
                .messages()
                .get(0)
                .payload();
        assertThat(payload)
                .isInstanceOfSatisfying(
                        MessageSchema.Avro.class,
                        avro -> assertThat(avro.schema())
                                .isEqualTo(registry.latest("orders-com.shop.OrderPlaced")
                                        .orElseThrow()
                                        .schema()));
    }

    @Test
    void theSameAgainTouchesNothing() throws IOException {
        registerOrders();
        download("orders-*");
        Path file = output.resolve("com/shop/OrderPlaced.avsc");
        FileTime then = FileTime.from(Instant.parse("2020-01-01T00:00:00Z"));
        Files.setLastModifiedTime(file, then);

        DownloadResult again = download("orders-*");
        assertThat(again.files()).extracting(DownloadedFile::state).containsOnly(State.UNCHANGED);
        assertThat(Files.getLastModifiedTime(file)).isEqualTo(then);
    }

    @Test
    void aFileThatDiffersIsWrittenOverOnlyIfForced() throws IOException {
        registerOrders();
        Path mine = output.resolve("com/shop/Address.avsc");
        Files.createDirectories(mine.getParent());
        Files.writeString(mine, "mine");

        DownloadResult refused = download("orders-*");
        assertThat(refused.problems()).singleElement().asString().contains("Address.avsc differs from version 1");
        assertThat(refused.files())
                .extracting(DownloadedFile::state)
                .containsExactly(State.HELD_BACK, State.DIFFERS, State.HELD_BACK);
        assertThat(files()).containsExactly("com/shop/Address.avsc");
        assertThat(mine).hasContent("mine");

        DownloadResult forced =
                new Download(registry, new DownloadSettings(output, false, false, true)).run(selections("orders-*"));
        assertThat(forced.files())
                .extracting(DownloadedFile::state)
                .containsExactly(State.WRITTEN, State.OVERWRITTEN, State.WRITTEN);
        assertThat(mine).content().contains("street");
    }

    @Test
    void versionsAreChosen() throws IOException {
        registry.register("a", SchemaDefinition.of(record("A", "x")), false);
        registry.register("a", SchemaDefinition.of(record("A", "y")), false);

        download("a@1");
        assertThat(output.resolve("org/a/A.avsc")).content().contains("\"x\"");
        assertThat(download("a@1", "a@2").problems())
                .singleElement()
                .asString()
                .contains("version 1 of 'a' and version 2 of 'a' would both be");
        assertThat(download("a@3", "b", "c-*").problems())
                .containsExactly(
                        "the subject 'a' has no version 3", "there is no subject 'b'", "no subject matches 'c-*'");
    }

    @Test
    void rawIsWhatTheRegistrySays() throws IOException {
        registerOrders();
        new Download(registry, new DownloadSettings(output, true, true, false)).run(selections("com.*"));

        assertThat(files()).containsExactly("Address.avsc", "Country.avsc");
        assertThat(output.resolve("Country.avsc")).hasContent(COUNTRY);
    }

    @Test
    void whatHasNoNameIsCalledAfterItsSubject() throws IOException {
        registry.register("orders/eu-key", Schema.create(Schema.Type.STRING));
        registry.register("..", Schema.createArray(Schema.create(Schema.Type.INT)));

        assertThat(download("*").problems()).isEmpty();
        assertThat(files()).containsExactly("__.avsc", "orders_eu-key.avsc");
    }

    /** A registry holds whatever somebody once registered. */
    @Test
    void noNameLeadsOutOfTheFolder() throws IOException {
        for (String name : List.of("../../x", "/etc/x", "a/../../../x", "..\\..\\y", "x\u0000y", "CON", "a.nul.b")) {
            Schema schema = new Schema.Parser(NameValidator.NO_VALIDATION)
                    .parse("{\"type\":\"record\",\"name\":\""
                            + name.replace("\\", "\\\\").replace("\u0000", "\\u0000") + "\",\"fields\":[]}");
            registry.register(name, SchemaDefinition.of(schema), false);
        }
        registry.register("long-" + "n".repeat(400), Schema.create(Schema.Type.INT));
        registry.register("long-" + "n".repeat(401), Schema.create(Schema.Type.INT));

        DownloadResult result = download("*");
        assertThat(result.problems()).isEmpty();
        assertThat(result.files()).hasSize(9).allSatisfy(file -> {
            assertThat(file.file().normalize()).isEqualTo(file.file()).startsWith(output);
            assertThat(file.file()).isRegularFile();
        });
        try (Stream<Path> beside = Files.list(folder)) {
            assertThat(beside).containsExactly(output);
        }
    }

    @Test
    void noLinkLeadsOutOfTheFolder() throws IOException {
        Path elsewhere = Files.createDirectory(folder.resolve("elsewhere"));
        Files.createDirectories(output);
        Files.createSymbolicLink(output.resolve("org"), elsewhere);
        registry.register("a", record("A", "x"));

        assertThat(download("a").problems()).singleElement().asString().contains("leads out of");
        assertThat(elsewhere).isEmptyDirectory();
    }

    @Test
    void namesThatDifferInCaseOnlyAreOneFileSomewhere() throws IOException {
        registry.register("a", record("Order", "x"));
        registry.register("b", record("ORDER", "x"));

        assertThat(download("a", "b").problems()).singleElement().asString().contains("would both be");
        assertThat(files()).isEmpty();
    }

    @Test
    void theSameTypeOnSeveralTopicsIsOneFile() throws IOException {
        registry.register("a-value", record("Order", "x"));
        registry.register("b-value", record("Order", "x"));

        assertThat(download("*-value").files()).hasSize(1);
        assertThat(files()).containsExactly("org/a/Order.avsc");
    }

    @Test
    void selectionsAreReadAsWritten() {
        assertThat(Selection.of("a@b@3")).isEqualTo(new Selection("a@b", 3));
        assertThat(Selection.of("a@b")).isEqualTo(new Selection("a@b", null));
        assertThat(Selection.of("a@3@latest")).isEqualTo(new Selection("a@3", null));
        assertThatThrownBy(() -> Selection.of("@3")).hasMessage("'@3' names no subject");
        assertThatThrownBy(() -> Selection.of("a@0")).hasMessage("'a@0': versions count from 1");
    }

    private void registerOrders() {
        SchemaDefinition country = SchemaDefinition.parse(COUNTRY, Map.of());
        registry.register("com.geo.Country", country, false);
        Map<SchemaReference, SchemaDefinition> geo = new LinkedHashMap<>();
        geo.put(new SchemaReference("com.geo.Country", "com.geo.Country", 1), country);
        SchemaDefinition address = SchemaDefinition.parse(ADDRESS, geo);
        registry.register("com.shop.Address", address, false);
        SchemaDefinition placed = SchemaDefinition.parse(
                PLACED, Map.of(new SchemaReference("com.shop.Address", "com.shop.Address", 1), address));
        registry.register("orders-com.shop.OrderPlaced", placed, false);
    }

    private static Schema record(String name, String field) {
        return new Schema.Parser()
                .parse("{\"type\":\"record\",\"name\":\"" + name + "\",\"namespace\":\"org.a\",\"fields\":[{\"name\":\""
                        + field + "\",\"type\":\"int\"}]}");
    }

    private DownloadResult download(String... selections) throws IOException {
        return new Download(registry, new DownloadSettings(output, false, false, false)).run(selections(selections));
    }

    private static List<Selection> selections(String... written) {
        return Arrays.stream(written).map(Selection::of).toList();
    }

    private List<String> files() throws IOException {
        if (!Files.exists(output)) {
            return List.of();
        }
        try (Stream<Path> files = Files.walk(output)) {
            return files.filter(Files::isRegularFile)
                    .map(file -> output.relativize(file).toString().replace('\\', '/'))
                    .sorted()
                    .toList();
        }
    }
}
