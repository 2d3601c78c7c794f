package io.tidings.compat;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidings.asyncapi.AsyncApi;
import io.tidings.asyncapi.model.AsyncApiDocument;
import io.tidings.compat.diff.Differences;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** What holds for every document. */
class LawsTest {

    private static final String INLINE = """
            asyncapi: 3.0.0
            info: {title: Shop, version: 1.0.0}
            channels:
              orders:
                address: orders
                messages:
                  OrderPlaced:
                    headers: {type: object, properties: {tenant: {type: string}}, required: [tenant]}
                    payload:
                      schemaFormat: application/vnd.apache.avro;version=1.12.0
                      schema: {type: record, name: OrderPlaced, fields: [{name: id, type: string}]}
                  Json:
                    payload: {type: object, properties: {id: {type: string}}}
              returns:
                address: returns
                messages:
                  Returned: {payload: {type: string}}
            operations:
              placeOrder: {action: send, channel: {$ref: '#/channels/orders'}}
              takeBack: {action: receive, channel: {$ref: '#/channels/returns'}}
            """;

    /** The same, in another order, with what can be referred to in components and in another file. */
    private static final String REFERRING = """
            operations:
              takeBack: {channel: {$ref: '#/channels/returns'}, action: receive}
              placeOrder: {channel: {$ref: '#/channels/orders'}, action: send}
            components:
              schemas:
                Id: {type: string}
                Headers: {required: [tenant], properties: {tenant: {$ref: '#/components/schemas/Id'}}, type: object}
              messages:
                Placed:
                  payload:
                    schema: {$ref: OrderPlaced.avsc}
                    schemaFormat: application/vnd.apache.avro;version=1.12.0
                  headers: {$ref: '#/components/schemas/Headers'}
              channels:
                Returns:
                  messages:
                    Returned: {payload: {$ref: '#/components/schemas/Id'}}
                  address: returns
            channels:
              returns: {$ref: '#/components/channels/Returns'}
              orders:
                messages:
                  Json:
                    payload: {properties: {id: {$ref: '#/components/schemas/Id'}}, type: object}
                  OrderPlaced: {$ref: '#/components/messages/Placed'}
                address: orders
            info: {version: 1.0.0, title: Shop}
            asyncapi: 3.0.0
            """;

    @TestFactory
    Stream<DynamicTest> a_document_does_not_differ_from_itself() {
        return CaseFolders.all().stream()
                .map(folder -> DynamicTest.dynamicTest(
                        CaseFolders.ROOT.relativize(folder).toString(), () -> {
                            AsyncApiDocument once = read(folder.resolve("new.yaml"));
                            AsyncApiDocument again = read(folder.resolve("new.yaml"));
                            assertThat(Differences.between(once, again)).isEmpty();
                        }));
    }

    @Test
    void where_things_stand_makes_no_difference(@TempDir Path directory) throws Exception {
        Path inline = Files.writeString(directory.resolve("inline.yaml"), INLINE);
        Path referring = Files.writeString(directory.resolve("referring.yaml"), REFERRING);
        Files.writeString(
                directory.resolve("OrderPlaced.avsc"),
                "{\"type\":\"record\",\"name\":\"OrderPlaced\",\"fields\":[{\"name\":\"id\",\"type\":\"string\"}]}");

        assertThat(Differences.between(read(inline), read(referring))).isEmpty();
        assertThat(Differences.between(read(referring), read(inline))).isEmpty();
    }

    private static AsyncApiDocument read(Path file) {
        var result = AsyncApi.read(file);
        assertThat(result.valid()).as("%s", result.diagnostics()).isTrue();
        return result.document().orElseThrow();
    }
}
