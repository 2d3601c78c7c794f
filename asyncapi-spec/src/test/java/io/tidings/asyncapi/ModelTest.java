package io.tidings.asyncapi;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidings.asyncapi.model.Action;
import io.tidings.asyncapi.model.AsyncApiDocument;
import io.tidings.asyncapi.model.Channel;
import io.tidings.asyncapi.model.ChannelExtension.Retention;
import io.tidings.asyncapi.model.Message;
import io.tidings.asyncapi.model.MessageSchema;
import io.tidings.asyncapi.model.Operation;
import io.tidings.asyncapi.model.OperationExtension.Style;
import io.tidings.asyncapi.model.Parameter;
import io.tidings.asyncapi.model.ReplicaDeclaration;
import io.tidings.asyncapi.model.SecurityScheme;
import io.tidings.asyncapi.model.Server;
import io.tidings.asyncapi.source.Node.ObjectNode;
import io.tidings.asyncapi.source.Nodes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import org.apache.avro.Schema;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the model holds of a document. */
class ModelTest {
    private final AsyncApiDocument document = read("valid-avro");

    @Test
    void operationsHoldTheDocumentsOwnChannels() {
        Operation operation = operation(document, "restaurantChanged");
        Channel channel = Objects.requireNonNull(document.channels().get("restaurants"));
        assertThat(operation.action()).isEqualTo(Action.RECEIVE);
        assertThat(operation.channel()).isSameAs(channel);
        assertThat(operation.messages())
                .hasSize(1)
                .first()
                .isSameAs(channel.messages().get("RestaurantCreated"));
        assertThat(operation.groupId()).isEqualTo("orders");
        assertThat(operation.extension().style()).isEqualTo(Style.EVENT);
    }

    @Test
    void declaredHeadersAreThoseOfAllParts(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("asyncapi.yaml");
        Files.writeString(file, """
                asyncapi: 3.0.0
                info: { title: T, version: 1.0.0 }
                channels:
                  c:
                    messages:
                      m:
                        headers:
                          allOf:
                            - $ref: '#/components/schemas/common'
                            - { type: object, required: [b], properties: { b: { type: integer } } }
                          properties: { c: { $ref: '#/components/schemas/text' } }
                components:
                  schemas:
                    text: { type: string, format: uuid }
                    common:
                      type: object
                      properties: { a: { $ref: '#/components/schemas/text' } }
                      allOf: [{ $ref: '#/components/schemas/common' }]
                """);
        Channel channel = Objects.requireNonNull(
                AsyncApi.read(file).document().orElseThrow().channels().get("c"));
        Message message = Objects.requireNonNull(channel.messages().get("m"));

        assertThat(message.declaredHeaders())
                .extracting(header -> header.name() + header.required())
                .containsExactly("cfalse", "afalse", "btrue");
        assertThat(message.declaredHeaders().get(1).schemas())
                .singleElement()
                .satisfies(schema ->
                        assertThat(((ObjectNode) schema).string("format")).contains("uuid"));
    }

    @Test
    void bindingsAndVocabularyAreTyped() {
        Channel channel = Objects.requireNonNull(document.channels().get("restaurants"));
        var kafka = Objects.requireNonNull(channel.kafka());
        assertThat(channel.topic()).isEqualTo("food.restaurants");
        assertThat(kafka.partitions()).isEqualTo(3);
        assertThat(kafka.compacted()).isTrue();
        assertThat(kafka.topicConfiguration()).containsEntry("retention.ms", "604800000");
        assertThat(channel.extension().retention()).isEqualTo(Retention.COMPACTED);
        assertThat(Objects.requireNonNull(document.servers().get("main")).schemaRegistryUrl())
                .isEqualTo("http://localhost:8081");
        ReplicaDeclaration replica = Objects.requireNonNull(
                operation(document, "restaurantChanged").extension().replica());
        assertThat(replica.view()).isEqualTo("Restaurants");
        assertThat(replica.fields()).containsExactly("id", "address");
        assertThat(replica.versionField()).isNull();
        assertThat(replica.store()).isEqualTo(ReplicaDeclaration.Store.ROCKSDB);
    }

    @Test
    void avroOverSeveralFilesIsOneSchemaWithPlaces() {
        Message message = operation(document, "restaurantChanged").messages().get(0);
        MessageSchema.Avro avro = (MessageSchema.Avro) Objects.requireNonNull(message.payload());
        Schema address = avro.schema().getField("billing").schema();
        assertThat(avro.schema().getFullName()).isEqualTo("food.RestaurantCreated");
        assertThat(address.getFullName()).isEqualTo("food.Address");
        assertThat(avro.schema().getField("address").schema().getTypes().get(1)).isEqualTo(address);
        assertThat(address.getField("kind").schema().getFullName()).isEqualTo("food.Kind");
        assertThat(avro.location().file()).endsWith("schemas/RestaurantCreated.avsc");
        assertThat(avro.locationOf("food.Address", "street").file()).endsWith("schemas/Address.avsc");
        assertThat(avro.locationOf("food.Address", "street").line()).isEqualTo(6);
        assertThat(avro.locationOf("food.RestaurantCreated", "billing").line()).isEqualTo(8);
        assertThat(message.kafkaKey()).isInstanceOf(MessageSchema.Json.class);
    }

    @Test
    void inlineAvroMayBeYaml() {
        Message message =
                operation(read("valid-inline-avro"), "tick").messages().get(0);
        MessageSchema.Avro avro = (MessageSchema.Avro) Objects.requireNonNull(message.payload());
        assertThat(avro.schema().getFullName()).isEqualTo("a.b.Tick");
        assertThat(avro.schema().getField("at").schema().getLogicalType().getName())
                .isEqualTo("timestamp-millis");
        assertThat(avro.schemaFormat()).isEqualTo("application/vnd.apache.avro+yaml;version=1.12.0");
        assertThat(message.headers()).isInstanceOf(MessageSchema.Json.class);
    }

    @Test
    void traitsGiveWayToWhatTheyAreAppliedTo() {
        AsyncApiDocument traits = read("traits");
        Operation operation = operation(traits, "o");
        Message message = operation.messages().get(0);
        assertThat(message.correlationIdLocation()).isEqualTo("$message.header#/id");
        assertThat(message.kafkaKey()).isNotNull();
        assertThat(operation.groupId()).isEqualTo("billing");
        assertThat(operation.extension().replica()).isNotNull();
        assertThat(message.title()).isEqualTo("Its own");
    }

    @Test
    void version2IsReadInTermsOfVersion3() {
        AsyncApiDocument document = read("v2-valid");
        Channel channel = Objects.requireNonNull(document.channels().get("orders/{region}"));
        assertThat(channel.address()).isEqualTo("orders/{region}");
        assertThat(channel.parameterNames()).containsExactly("region");
        assertThat(channel.messages().keySet()).containsExactly("OrderPlaced", "OrderRejected");
        Operation receives = operation(document, "placeOrder");
        assertThat(receives.action()).isEqualTo(Action.RECEIVE);
        assertThat(receives.channel()).isSameAs(channel);
        assertThat(receives.messages()).containsExactly(channel.messages().get("OrderPlaced"));
        Operation sends = operation(document, "orders/{region}.subscribe");
        assertThat(sends.action()).isEqualTo(Action.SEND);
        assertThat(sends.messages()).hasSize(2);
        assertThat(sends.groupId()).isEqualTo("of-the-trait");
        Message placed = receives.messages().get(0);
        assertThat(placed.title()).isEqualTo("Of the trait");
        assertThat(((MessageSchema.Avro) Objects.requireNonNull(placed.payload()))
                        .schema()
                        .getFullName())
                .isEqualTo("shop.OrderPlaced");
        assertThat(Objects.requireNonNull(document.servers().get("main")).host())
                .isEqualTo("broker:9092");
        assertThat(document.specVersion()).isEqualTo("2.6.0");
    }

    @Test
    void elementsAreAllParts() {
        assertThat(document.elements().map(element -> element.getClass().getSimpleName()))
                .startsWith("AsyncApiDocument", "Info", "Server", "Channel", "Message")
                .contains("Operation", "ReplicaDeclaration");
        assertThat(read("v2-valid")
                        .elements()
                        .filter(Message.class::isInstance)
                        .map(Message.class::cast)
                        .filter(message -> message.payload() instanceof MessageSchema.Json)
                        .map(message -> message.name() + " at line "
                                + message.location().line()))
                .containsExactly("OrderRejected at line 20");
    }

    @Test
    void walkGoesThroughTheTree() {
        assertThat(Nodes.walk(document.node())
                        .filter(node -> node instanceof ObjectNode object
                                && object.string("$ref").isPresent()))
                .isNotEmpty()
                .allSatisfy(reference -> assertThat(reference.location().line()).isPositive());
    }

    @Test
    void sourcesAreAllFilesRead() {
        ReadResult result = AsyncApi.read(Cases.document(Cases.ROOT.resolve("valid-avro")));
        assertThat(result.sources())
                .extracting(Path::getFileName)
                .extracting(Path::toString)
                .containsExactlyInAnyOrder("asyncapi.yaml", "Address.avsc", "RestaurantCreated.avsc");
        assertThat(result.version()).contains("3.0.0");
    }

    private static AsyncApiDocument read(String name) {
        return AsyncApi.read(Cases.document(Cases.ROOT.resolve(name)))
                .document()
                .orElseThrow();
    }

    @Test
    void parametersSayWhatMayStandInTheAddress(@TempDir Path folder) throws IOException {
        AsyncApiDocument document = written(folder, """
                asyncapi: 3.0.0
                info: {title: Lights, version: 1.0.0}
                channels:
                  lights:
                    address: 'lights.{street}.{zone}'
                    parameters:
                      zone: {$ref: '#/components/parameters/zone'}
                      street: {location: $message.payload#/street, examples: [main]}
                components:
                  parameters:
                    zone: {enum: [north, south], default: north, description: Of the city.}
                """);
        Channel channel = Objects.requireNonNull(document.channels().get("lights"));
        assertThat(channel.parameterNames()).containsExactly("street", "zone");
        Parameter street = channel.parameters().get(0);
        assertThat(street.messageLocation()).isEqualTo("$message.payload#/street");
        assertThat(street.examples()).containsExactly("main");
        Parameter zone = channel.parameters().get(1);
        assertThat(zone.values()).containsExactly("north", "south");
        assertThat(zone.defaultValue()).isEqualTo("north");
        assertThat(zone.description()).isEqualTo("Of the city.");
        assertThat(zone.location().line()).isEqualTo(11);
    }

    @Test
    void serversSayHowToReachThem(@TempDir Path folder) throws IOException {
        AsyncApiDocument document = written(folder, """
                asyncapi: 2.6.0
                info: {title: Lights, version: 1.0.0}
                servers:
                  main:
                    url: 'kafka.{region}.example.org:{port}'
                    protocol: kafka-secure
                    variables:
                      region: {enum: [eu, us], default: eu}
                      port: {default: '9093'}
                    security: [{scram: []}]
                    bindings: {kafka: {schemaRegistryUrl: 'http://registry:8081', schemaRegistryVendor: confluent}}
                channels: {}
                components:
                  securitySchemes:
                    scram: {type: scramSha512}
                """);
        Server server = Objects.requireNonNull(document.servers().get("main"));
        assertThat(server.host()).isEqualTo("kafka.{region}.example.org:{port}");
        assertThat(server.variables().keySet()).containsExactly("region", "port");
        assertThat(Objects.requireNonNull(server.variables().get("region")).values())
                .containsExactly("eu", "us");
        assertThat(server.security()).extracting(SecurityScheme::type).containsExactly("scramSha512");
        assertThat(server.schemaRegistryUrl()).isEqualTo("http://registry:8081");
        assertThat(server.schemaRegistryVendor()).isEqualTo("confluent");
    }

    private static AsyncApiDocument written(Path folder, String text) throws IOException {
        Path file = Files.writeString(folder.resolve("asyncapi.yaml"), text);
        return AsyncApi.read(file).document().orElseThrow();
    }

    private static Operation operation(AsyncApiDocument document, String name) {
        return Objects.requireNonNull(document.operations().get(name));
    }
}
