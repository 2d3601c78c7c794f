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
 * Clients of what others wrote: Avro schemas, each sent, asked with and answered with, and documents. {@code -Pcorpus
 * -Dcorpus.avro=DIR -Dcorpus.asyncapi=DIR}.
 */
@Tag("corpus")
class CorpusClientsTest {

    @TempDir
    Path folder;

    @TestFactory
    Stream<DynamicTest> bringRecordsOfOthersSchemas() throws IOException {
        List<Schema> schemas = CodecCorpusTest.records();
        assertThat(schemas).hasSizeGreaterThan(20);
        return schemas.stream()
                .map(schema -> DynamicTest.dynamicTest(schema.getFullName(), () -> {
                    Path own = Files.createTempDirectory(folder, "schema");
                    Path file = Files.writeString(own.resolve("asyncapi.yaml"), document(schema));
                    assertThat(trips(BothSides.read(file, "corpus.clients", "corpus.peer"), own))
                            .isGreaterThan(5);
                }));
    }

    @TestFactory
    Stream<DynamicTest> compileAndWorkForOthersDocuments() throws IOException {
        Path corpus = Path.of(System.getProperty("corpus.asyncapi", "no -Dcorpus.asyncapi"));
        List<Path> documents;
        try (Stream<Path> files = Files.walk(corpus)) {
            documents = files.filter(file -> file.toString().matches(".*\\.(ya?ml|json)"))
                    .filter(file -> AsyncApi.read(file).valid())
                    .sorted()
                    .toList();
        }
        assertThat(documents).hasSizeGreaterThan(40);
        return documents.stream()
                .map(file -> DynamicTest.dynamicTest(corpus.relativize(file).toString(), () -> {
                    BothSides document = BothSides.read(file, "corpus.clients", "corpus.peer");
                    if (document.speaking().isEmpty()) {
                        assertThat(document.document().operations().isEmpty()
                                        || !document.application().diagnostics().isEmpty())
                                .as("what is not generated is said")
                                .isTrue();
                    } else {
                        trips(document, Files.createTempDirectory(folder, "document"));
                    }
                }));
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

    private static String document(Schema schema) {
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
                  told: { address: told, messages: { it: { payload: *payload } } }
                  asked: { address: asked, messages: { it: { payload: *payload } } }
                  answered: { address: answered, messages: { it: { payload: *payload }, other: { payload: *payload } } }
                """.replaceFirst(
                        "\\*payload",
                        "&payload { schemaFormat: application/vnd.apache.avro;version=1.12.0, schema: "
                                + java.util.regex.Matcher.quoteReplacement(schema.toString()) + " }");
    }
}
