package io.tidings.codegen;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidings.asyncapi.AsyncApi;
import io.tidings.asyncapi.model.AsyncApiDocument;
import io.tidings.messaging.serde.AvroSerializer;
import io.tidings.registry.InMemorySchemaRegistry;
import io.tidings.sync.plan.PlanSettings;
import io.tidings.sync.plan.RegistrationPlan;
import io.tidings.sync.register.Outcome;
import io.tidings.sync.register.Registration;
import io.tidings.sync.register.RegistrationResult;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.IndexedRecord;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What was registered from the document, clients find that register nothing themselves. */
class RegisteredInAdvanceTest {

    private static final Schema ADDRESS = parse("""
            {"type":"record","name":"Address","namespace":"ahead","doc":"Where.","fields":[
              {"name":"street","type":"string","doc":"With its number.","aliases":["road"]},
              {"name":"floor","type":["null","int"],"default":null}]}""");
    private static final Schema PLACED = parse("""
            {"type":"record","name":"Placed","namespace":"ahead","aliases":["Ordered"],"fields":[
              {"name":"id","type":{"type":"string","logicalType":"uuid"}},
              {"name":"total","type":{"type":"bytes","logicalType":"decimal","precision":9,"scale":2}},
              {"name":"notes","type":{"type":"map","values":"string"},"x-kept":[1.50]},
              {"name":"to","type":%s}]}""".formatted(ADDRESS));
    private static final Schema MOVED = parse("""
            {"type":"record","name":"Moved","namespace":"ahead","fields":[{"name":"to","type":%s}]}""".formatted(ADDRESS));

    @TempDir
    static Path folder;

    private static CodecWorkshop workshop;

    private final InMemorySchemaRegistry registry = new InMemorySchemaRegistry();

    @BeforeAll
    static void generate() throws IOException {
        workshop = CodecWorkshop.compile(List.of(PLACED, MOVED), folder);
    }

    private static Schema parse(String json) {
        return new Schema.Parser().parse(json);
    }

    @Test
    void whatIsCompiledInIsFound() throws ReflectiveOperationException {
        RegistrationResult result = register(PlanSettings.DEFAULT);

        IndexedRecord moved = moved();
        assertThat(moved.getSchema().toString()).contains(GenericData.STRING_PROP);
        assertThat(idWritten(moved, Map.of())).isEqualTo(id(result, "all-ahead.Moved"));
        assertThat(compiledIn(PLACED).toString()).contains(GenericData.STRING_PROP);
        assertThat(registry.idOf("all-ahead.Placed", PLACED)).isEqualTo(id(result, "all-ahead.Placed"));
    }

    @Test
    void withReferencesTheNewestIsFound() throws ReflectiveOperationException {
        RegistrationResult result = register(PlanSettings.DEFAULT.withReferences(true));

        assertThat(registry.latest("all-ahead.Moved").orElseThrow().definition().references())
                .hasSize(1);
        assertThat(idWritten(moved(), Map.of("use.latest.version", "true"))).isEqualTo(id(result, "all-ahead.Moved"));
    }

    private RegistrationResult register(PlanSettings settings) {
        AsyncApiDocument document =
                AsyncApi.read(folder.resolve("asyncapi.yaml")).document().orElseThrow();
        RegistrationResult result =
                new Registration(registry, false).run(RegistrationPlan.of(List.of(document), settings));
        assertThat(result.outcomes()).extracting(Outcome::state).containsOnly(Outcome.State.REGISTERED);
        return result;
    }

    private static Integer id(RegistrationResult result, String subject) {
        return Objects.requireNonNull(result.outcomes().stream()
                .filter(outcome -> outcome.planned().subject().equals(subject))
                .findFirst()
                .orElseThrow()
                .id());
    }

    private int idWritten(IndexedRecord record, Map<String, String> further) {
        AvroSerializer<IndexedRecord> serializer = new AvroSerializer<>(registry);
        Map<String, String> configuration = new HashMap<>(further);
        configuration.put("auto.register.schemas", "false");
        // Generated clients leave them out unasked; serializers do as Confluent's do.
        configuration.put("avro.remove.java.properties", "true");
        configuration.put("value.subject.name.strategy", "topic-record");
        serializer.configure(configuration, false);
        byte[] message = Objects.requireNonNull(serializer.serialize("all", record));
        return ByteBuffer.wrap(message, 1, 4).getInt();
    }

    private static IndexedRecord moved() throws ReflectiveOperationException {
        IndexedRecord address = instance(ADDRESS);
        address.put(0, "Hauptstr. 1");
        IndexedRecord moved = instance(MOVED);
        moved.put(0, address);
        return moved;
    }

    private static Schema compiledIn(Schema schema) throws ReflectiveOperationException {
        return instance(schema).getSchema();
    }

    private static IndexedRecord instance(Schema schema) throws ReflectiveOperationException {
        return (IndexedRecord) workshop.type(schema).getDeclaredConstructor().newInstance();
    }
}
