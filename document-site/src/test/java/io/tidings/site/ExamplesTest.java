package io.tidings.site;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidings.asyncapi.AsyncApi;
import io.tidings.asyncapi.model.AsyncApiDocument;
import io.tidings.asyncapi.model.Message;
import io.tidings.asyncapi.source.Node;
import io.tidings.asyncapi.source.TextFormat;
import io.tidings.site.example.Examples;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is made up fits its schema: the reader of documents is the judge. */
class ExamplesTest {
    private static final String DOCUMENT = """
            asyncapi: 3.0.0
            info: {title: T, version: 1.0.0}
            channels:
              c:
                address: c
                messages:
                  M:
                    payload: %s
                    examples: [{payload: %s}]
            """;

    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{type: string, minLength: 9, maxLength: 10}",
                "{type: string, maxLength: 2}",
                "{type: string, format: date-time}",
                "{type: integer, minimum: 3, multipleOf: 5}",
                "{type: integer, exclusiveMaximum: 0}",
                "{type: number, exclusiveMinimum: 0, exclusiveMaximum: 2}",
                "{type: array, items: {type: boolean}, maxItems: 0}",
                "{type: object, required: [a], properties: {a: {enum: [x, y]}, b: {type: string, pattern: '^z'}}}",
                "{type: [string, 'null']}",
                "{const: 7}",
                "{schemaFormat: application/vnd.apache.avro, schema: {type: record, name: N, fields: ["
                        + "{name: next, type: ['null', N]}, {name: all, type: {type: array, items: N}},"
                        + "{name: d, type: {type: bytes, logicalType: decimal, precision: 3, scale: 3}},"
                        + "{name: day, type: {type: int, logicalType: date}},"
                        + "{name: u, type: [{type: fixed, name: F, size: 3}, {type: enum, name: E, symbols: [A]}]},"
                        + "{name: m, type: {type: map, values: [int, double]}}]}}"
            })
    void itFits(String schema) throws IOException {
        Node made = example(schema).orElseThrow();
        String example = TextFormat.JSON.write(made).replaceAll("\\s*\\n\\s*", " ");
        Path file = Files.writeString(folder.resolve("with.yaml"), DOCUMENT.formatted(schema, example));
        assertThat(AsyncApi.read(file).diagnostics()).as(example).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{type: string, pattern: '^[a-z]{3}$'}",
                "{type: object, required: [a], properties: {a: {type: string, pattern: '^z'}}}",
                "{not: {type: string}}",
                "{type: integer, minimum: 4, maximum: 3}"
            })
    void whereNoneIsCertainToFitThereIsNone(String schema) {
        assertThat(example(schema)).isEmpty();
    }

    @Test
    void aPageSaysWhichAreMadeUp() {
        assertThat(Documents.page(Documents.payments())).contains("generated from the schema", "Example: fraud");
    }

    private Optional<Node> example(String schema) {
        AsyncApiDocument document =
                Documents.of(folder, DOCUMENT.formatted(schema, "0").replaceAll("\\n.*examples:.*", ""));
        Message message = document.channels().values().stream()
                .flatMap(channel -> channel.messages().values().stream())
                .findFirst()
                .orElseThrow();
        return Examples.of(Objects.requireNonNull(message.payload()), document.links());
    }
}
