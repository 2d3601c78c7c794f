package io.tidings.sync;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tidings.sync.plan.PlanSettings;
import io.tidings.sync.plan.SubjectStrategy;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RegistryAccessTest {
    @TempDir
    Path folder;

    @Test
    void theConfigurationOfAServiceIsUnderstood() throws IOException {
        Path file = folder.resolve("service.properties");
        Files.writeString(file, """
                bootstrap.servers=broker:9092
                schema.registry.url=https://registry
                schema.registry.basic.auth.user.info=ann:secret
                value.subject.name.strategy=io.confluent.kafka.serializers.subject.RecordNameStrategy
                """);
        RegistryAccess access = RegistryAccess.none().with(file);

        assertThat(access.complete()).isTrue();
        assertThat(access.settings())
                .containsEntry("schema.registry.url", "https://registry")
                .containsEntry("basic.auth.credentials.source", "USER_INFO");
        assertThat(access.strategies(PlanSettings.DEFAULT).payloads()).isEqualTo(SubjectStrategy.RECORD);
        assertThat(access.strategies(PlanSettings.DEFAULT.withPayloads(SubjectStrategy.TOPIC))
                        .payloads())
                .isEqualTo(SubjectStrategy.TOPIC);
    }

    @Test
    void theEnvironmentGoesBeforeTheFileAndTheCommandBeforeBoth() throws IOException {
        Path file = folder.resolve("service.properties");
        Files.writeString(file, "schema.registry.url=https://file\nbearer.auth.token=file\nssl.truststore.type=PEM\n");
        RegistryAccess access = RegistryAccess.none()
                .with(file)
                .withEnvironment(Map.of(
                        "TIDINGS_REGISTRY_URL", "https://environment",
                        "TIDINGS_REGISTRY_BEARER_AUTH_TOKEN", "environment",
                        "HOME", "/root"));

        assertThat(access.settings())
                .containsOnly(
                        Map.entry("schema.registry.url", "https://environment"),
                        Map.entry("schema.registry.bearer.auth.token", "environment"),
                        Map.entry("ssl.truststore.type", "PEM"));
        assertThat(access.at("https://command").settings()).containsEntry("schema.registry.url", "https://command");
        assertThat(access.at(null).settings()).isEqualTo(access.settings());
    }

    @Test
    void credentialsOnACommandLineAreRefusedWithoutRepeatingThem() {
        assertThatThrownBy(() -> RegistryAccess.none().at("https://one,https://ann:secret@two"))
                .hasMessageContaining("TIDINGS_REGISTRY_BASIC_AUTH_USER_INFO")
                .hasMessageNotContaining("secret");
    }

    @Test
    void whatIsWrongIsNamed() throws IOException {
        assertThatThrownBy(() -> RegistryAccess.none().with(folder.resolve("none.properties")))
                .hasMessageStartingWith("no file ");
        Path file = folder.resolve("broken.properties");
        Files.writeString(file, "a=\\u00zz");
        assertThatThrownBy(() -> RegistryAccess.none().with(file)).hasMessageEndingWith("cannot be read as properties");
        RegistryAccess odd = RegistryAccess.none().with(Map.of("key.subject.name.strategy", "mine"));
        assertThatThrownBy(() -> odd.strategies(PlanSettings.DEFAULT))
                .hasMessageContaining("'key.subject.name.strategy' is 'mine'");
    }
}
