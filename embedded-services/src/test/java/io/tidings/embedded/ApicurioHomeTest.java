package io.tidings.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ApicurioHomeTest {
    @TempDir
    private Path root;

    @Test
    void theSystemPropertyWins() throws IOException {
        Path byProperty = distribution("a");
        Path byVariable = distribution("b");
        distribution("embedded-services/target/apicurio-registry");

        assertThat(ApicurioHome.find(property(byProperty), variable(byVariable), root))
                .isEqualTo(byProperty);
        assertThat(ApicurioHome.find(new Properties(), variable(byVariable), root))
                .isEqualTo(byVariable);
    }

    @Test
    void elseItIsFoundAboveTheWorkingDirectory() throws IOException {
        Path unpacked = distribution("embedded-services/target/apicurio-registry");
        Path module = Files.createDirectories(root.resolve("examples/order-service"));

        assertThat(ApicurioHome.find(new Properties(), Map.of(), module)).isEqualTo(unpacked);
    }

    @Test
    void aWrongSettingIsNotPassedOver() throws IOException {
        distribution("embedded-services/target/apicurio-registry");

        assertThatThrownBy(() -> ApicurioHome.find(property(root.resolve("typo")), Map.of(), root))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("system property tidings.apicurio.home names " + root.resolve("typo"));
    }

    @Test
    void theMessageSaysWhatToSetAndHowToGetIt() {
        assertThatThrownBy(() -> ApicurioHome.find(new Properties(), Map.of(), root))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContainingAll(
                        "tidings.apicurio.home",
                        "TIDINGS_APICURIO_HOME",
                        "dependency-plugin:3.9.0:unpack",
                        "io.apicurio:apicurio-registry-app:3.0.9:tar.gz:all");
    }

    private Path distribution(String directory) throws IOException {
        Path home = Files.createDirectories(root.resolve(directory));
        Files.createFile(home.resolve(ApicurioHome.RUNNER));
        return home;
    }

    private static Properties property(Path home) {
        Properties properties = new Properties();
        properties.setProperty("tidings.apicurio.home", home.toString());
        return properties;
    }

    private static Map<String, String> variable(Path home) {
        return Map.of("TIDINGS_APICURIO_HOME", home.toString());
    }
}
