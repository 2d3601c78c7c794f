package io.tidings.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RegistrySettingsTest {

    @Test
    void hasDefaults() {
        RegistrySettings settings = RegistrySettings.from(Map.of("schema.registry.url", "http://localhost:8081"));

        assertThat(settings.urls()).containsExactly(URI.create("http://localhost:8081"));
        assertThat(settings.requestTimeout()).isEqualTo(Duration.ofSeconds(5));
        assertThat(settings.credentials().authorization()).isNull();
        assertThat(settings.cacheDirectory()).isNull();
    }

    @Test
    void takesSeveralUrlsAsTextOrAsAList() {
        URI[] both = {URI.create("http://a:1"), URI.create("https://b:2/registry")};

        assertThat(RegistrySettings.from(Map.of("schema.registry.url", "http://a:1, https://b:2/registry/"))
                        .urls())
                .containsExactly(both);
        assertThat(RegistrySettings.from(Map.of("schema.registry.url", List.of("http://a:1", "https://b:2/registry")))
                        .urls())
                .containsExactly(both);
    }

    @Test
    void takesNumbersAsNumbers() {
        assertThat(RegistrySettings.from(
                                Map.of("schema.registry.url", "http://a", "schema.registry.request.timeout.ms", 250))
                        .requestTimeout())
                .isEqualTo(Duration.ofMillis(250));
    }

    @Test
    void saysThatTheUrlIsMissing() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SchemaRegistry.connect(Map.of()))
                .withMessageContaining("'schema.registry.url' is missing");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "localhost:8081",
                "ftp://a",
                "http://",
                "http://a b",
                "http://a,mock://b",
                "http://me:hunter2@a b",
                "//me:hun/ter2@a"
            })
    void saysThatAUrlIsWrong(String url) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SchemaRegistry.connect(Map.of("schema.registry.url", url)))
                .withMessageContaining("schema.registry.url")
                .satisfies(e -> assertThat(e).hasMessageNotContaining("ter2"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"soon", "0", "-1", "1.5"})
    void saysThatANumberIsWrong(String number) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SchemaRegistry.connect(
                        Map.of("schema.registry.url", "http://a", "schema.registry.request.timeout.ms", number)))
                .withMessageContaining("schema.registry.request.timeout.ms")
                .withMessageContaining(number);
    }

    @Test
    void saysThatCredentialsAreMissing() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SchemaRegistry.connect(
                        Map.of("schema.registry.url", "http://a", "basic.auth.credentials.source", "USER_INFO")))
                .withMessageContaining("basic.auth.user.info");
    }
}
