package io.tidings.codegen;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidings.asyncapi.AsyncApi;
import io.tidings.codegen.plan.OperationPlan;
import io.tidings.testing.InMemoryTransport;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.apache.avro.Schema;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/**
 * Clients of what others wrote: Avro schemas, each sent, asked with and answered with; and documents, as they are and with a record
 * in the place of each payload that is not Avro. {@code -Pcorpus -Dcorpus.avro=DIR -Dcorpus.asyncapi=DIR}.
 */
@Tag("corpus")
class CorpusClientsTest {

    @TempDir
    Path folder;

    @TestFactory
    Stream<DynamicTest> bringOthersSchemas() throws IOException {
        List<CorpusSchemas.Written> schemas = CorpusSchemas.all();
        assertThat(schemas).hasSizeGreaterThan(20);
        return schemas.stream()
                .map(written ->
                        DynamicTest.dynamicTest(written.file().getFileName().toString(), () -> {
                            Path own = Files.createTempDirectory(folder, "schema");
                            Path file = Files.writeString(own.resolve("asyncapi.yaml"), document(written, own));
                            assertThat(trips(BothSides.read(file, "corpus.clients", "corpus.peer"), own))
                                    .isGreaterThan(5);
                        }));
    }

    @TestFactory
    Stream<DynamicTest> compileAndWorkForOthersDocuments() throws IOException {
        Path corpus = Path.of(System.getProperty("corpus.asyncapi", "no -Dcorpus.asyncapi"));
        List<Path> documents = documents(corpus);
        assertThat(documents).hasSizeGreaterThan(40);
        return documents.stream()
                .map(file -> DynamicTest.dynamicTest(
                        corpus.relativize(file).toString(),
                        () -> works(BothSides.read(file, "corpus.clients", "corpus.peer"))));
    }

    /** Most of them describe payloads by JSON Schema, and so give clients to none. */
    @TestFactory
    Stream<DynamicTest> compileAndWorkForOthersDocumentsWithRecords() throws IOException {
        Path corpus = Path.of(System.getProperty("corpus.asyncapi", "no -Dcorpus.asyncapi"));
        Path rewritten = folder.resolve("rewritten");
        WithRecords.copy(corpus, rewritten);
        List<Path> documents = documents(rewritten);
        assertThat(documents).hasSizeGreaterThan(40);
        return documents.stream()
                .map(file -> DynamicTest.dynamicTest(
                        rewritten.relativize(file).toString(),
                        () -> works(BothSides.read(file, "corpus.clients", "corpus.peer"))));
    }

    private static List<Path> documents(Path corpus) throws IOException {
        try (Stream<Path> files = Files.walk(corpus)) {
            return files.filter(file -> file.toString().matches(".*\\.(ya?ml|json)"))
                    .filter(file -> AsyncApi.read(file).valid())
                    .sorted()
                    .toList();
        }
    }

    private void works(BothSides document) throws Exception {
        if (document.speaking().isEmpty()) {
            assertThat(document.document().operations().isEmpty()
                            || !document.application().diagnostics().isEmpty())
                    .as("what is not generated is said")
                    .isTrue();
        } else {
            int made = trips(document, Files.createTempDirectory(folder, "document"));
            assertThat(made).isPositive();
            System.out.println(
                    document.file() + ": " + document.speaking().size() + " operations, " + made + " messages");
        }
    }

    /** Compiles, and lets both sides talk; returns how many messages came. */
    private static int trips(BothSides document, Path own) throws Exception {
        ClassLoader loader =
                Compilation.strict(document.sources(), own.resolve("classes")).besideTests();
        int made = 0;
        for (OperationPlan operation : document.speaking()) {
            try (InMemoryTransport transport = InMemoryTransport.create()) {
                made += new RoundTrips(loader, 1, transport, "someone").make(operation, document.partnerOf(operation));
            }
        }
        return made;
    }

    /** Refers to the files as a user does: to those of types that are only named, too. Types that are no records are keys. */
    private static String document(CorpusSchemas.Written written, Path own) throws IOException {
        StringBuilder schemas = new StringBuilder();
        for (Path file : Stream.concat(Stream.of(written.file()), written.besides().stream())
                .toList()) {
            Files.copy(file, own.resolve(file.getFileName()));
            schemas.append("    s%d: { $ref: './%s' }%n".formatted(schemas.length(), file.getFileName()));
        }
        Schema schema = written.schema();
        String format = "schemaFormat: application/vnd.apache.avro;version=1.12.0, ";
        String reference = "{ $ref: './%s' }".formatted(written.file().getFileName());
        boolean record = schema.getType() == Schema.Type.RECORD;
        String payload = record ? reference : CorpusSchemas.around(schema).toString();
        String key = record ? "{ type: string }" : "{ " + format + "schema: " + reference + " }";
        return """
                asyncapi: 3.0.0
                info: { title: Corpus, version: 1.0.0 }
                operations:
                  tell: { action: send, channel: { $ref: '#/channels/told' } }
                  ask:
                    action: send
                    channel: { $ref: '#/channels/asked' }
                    reply: { channel: { $ref: '#/channels/answered' } }
                channels:
                  told: { address: told, messages: { it: { $ref: '#/components/messages/it' } } }
                  asked: { address: asked, messages: { it: { $ref: '#/components/messages/it' } } }
                  answered:
                    address: answered
                    messages: { it: { $ref: '#/components/messages/it' }, other: { $ref: '#/components/messages/it' } }
                components:
                  messages:
                    it:
                      bindings: { kafka: { bindingVersion: 0.5.0, key: %s } }
                      payload: { %sschema: %s }
                  schemas:
                %s""".formatted(key, format, payload, schemas);
    }
}
