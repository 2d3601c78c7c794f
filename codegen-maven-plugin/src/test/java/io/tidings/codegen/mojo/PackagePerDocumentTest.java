package io.tidings.codegen.mojo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tidings.codegen.mojo.Documents.Document;
import java.nio.file.Path;
import java.util.List;
import org.apache.maven.plugin.MojoFailureException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PackagePerDocumentTest {

    @ParameterizedTest
    @CsvSource({
        "specs/orders.yaml, orders",
        "specs/Orders.JSON, orders",
        "specs/order-service.asyncapi.yml, orderservice",
        "specs/asyncapi-payments.yaml, payments",
        "specs/kitchen/asyncapi.yaml, kitchen",
        "specs/2nd/asyncapi.yaml, _2nd",
        "specs/new.yaml, new_",
        "specs/_.yaml, __",
        "specs/Küche.yaml, küche",
        "contracts, contracts",
        "contracts/asyncapi.yaml, contracts"
    })
    void aDocumentIsCalledAfterItsFileOrItsFolder(String document, String name) {
        assertThat(PackagePerDocument.name(Path.of(document))).isEqualTo(name);
    }

    @Test
    void twoOfOneNameAreRefused() {
        List<Document> documents =
                List.of(Document.of(Path.of("a/orders.yaml")), Document.of(Path.of("b/Orders.yaml")));

        assertThatThrownBy(() -> PackagePerDocument.below("org.gen", documents))
                .isInstanceOf(MojoFailureException.class)
                .hasMessageContaining("a/orders.yaml and b/Orders.yaml would be generated into org.gen.orders");
    }
}
