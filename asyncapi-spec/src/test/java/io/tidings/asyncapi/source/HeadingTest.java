package io.tidings.asyncapi.source;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidings.asyncapi.source.Heading.Extent;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a document calls itself is found where it is written out, and nowhere else. */
class HeadingTest {

    private static final Heading SHOP = new Heading("urn:shop", "Shop", "1.2.0");

    @ParameterizedTest
    @ValueSource(
            strings = {
                """
                asyncapi: 3.0.0
                id: 'urn:shop'
                info:
                  title: Shop
                  version: 1.2.0
                channels: {}
                """,
                "\uFEFF{\"asyncapi\": \"3.0.0\", \"info\": {\"version\": \"1.2.0\", \"title\": \"Shop\"}, \"id\": \"urn:shop\"}",
                """
                channels: {a: {info: {title: Wrong, version: 9.9.9}}}
                id: urn:shop
                info: {license: {title: Wrong, version: [1, 2]}, version: "1.2.0", title: Shop, contact: {version: 3}}
                """,
                "? info\n: version: 1.2.0\n  title: >-\n    Shop\n? [id]\n: wrong\nid: urn:shop\n"
            })
    void itIsFound(String text) {
        assertThat(of(text, Extent.ALL)).isEqualTo(SHOP);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "x: &info {title: Shop, version: 1.2.0}\ninfo: *info\n",
                "x: &v 1.2.0\ninfo: {version: *v}\n",
                "info: [version, 1.2.0]\n",
                "- version: 1.2.0\n",
                "info: {$ref: 'info.yaml'}\n",
                "info: {version: [1.2.0]}\n",
                "info\n",
                "",
                "%%% {{\n"
            })
    void whatStandsElsewhereIsUnknown(String text) {
        assertThat(of(text, Extent.ALL).version()).isNull();
    }

    @Test
    void nothingBehindInfoIsReadUnlessItIsAskedFor() {
        String broken = "info: {title: Shop, version: 1.2.0}\nid: urn:shop\n}}}\n";

        assertThat(of(broken, Extent.INFO).version()).isEqualTo("1.2.0");
        assertThat(of(broken, Extent.ALL).version()).isNull();
    }

    private static Heading of(String text, Extent extent) {
        return Heading.of(text.getBytes(StandardCharsets.UTF_8), extent, SourceLimits.DEFAULT);
    }
}
