package io.tidings.compat.registry;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tidings.compat.baseline.BaselineException;
import io.tidings.registry.CompatibilityLevel;
import io.tidings.registry.InMemorySchemaRegistry;
import io.tidings.sync.RegistryAccess;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RegistryBaselineTest extends RegistryBaselineContract {

    @Override
    Map<String, String> settings() {
        return Map.of("schema.registry.url", "mock://baselines");
    }

    @Override
    void demand(String subject, CompatibilityLevel level) {
        InMemorySchemaRegistry.shared("baselines").allow(level);
    }

    @Test
    void what_cannot_be_reached_is_named() {
        assertThatThrownBy(() -> RegistryBaseline.parse("registry:", RegistryAccess.none()))
                .isInstanceOf(BaselineException.class)
                .hasMessageContaining("names no registry")
                .hasMessageContaining("TIDINGS_REGISTRY_URL");
        assertThatThrownBy(() -> RegistryBaseline.parse("registry:http://me:secret@host", RegistryAccess.none()))
                .isInstanceOf(BaselineException.class)
                .hasMessageContaining("credentials do not belong into a URL")
                .hasMessageNotContaining("secret");
    }
}
