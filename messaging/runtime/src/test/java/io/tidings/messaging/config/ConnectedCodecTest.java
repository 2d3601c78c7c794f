package io.tidings.messaging.config;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tidings.messaging.UnreachableException;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ConnectedCodecTest {

    @Test
    void namesARegistryThatDoesNotAnswerWithoutItsPassword() {
        ClientSettings settings = ClientSettings.of(Map.of(
                "bootstrap.servers", "localhost:1",
                "schema.registry.url", "http://user:hunter2@127.0.0.1:1",
                "schema.registry.max.retries", "0"));
        try (ConnectedCodec codec = ConnectedCodec.open(settings)) {
            assertThatThrownBy(codec::verify)
                    .isInstanceOf(UnreachableException.class)
                    .hasMessageContaining("http://127.0.0.1:1")
                    .hasMessageContaining("schema.registry.url")
                    .satisfies(failure -> {
                        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
                            if (String.valueOf(cause.getMessage()).contains("hunter2")) {
                                throw new AssertionError("The password is shown", cause);
                            }
                        }
                    });
        }
    }
}
