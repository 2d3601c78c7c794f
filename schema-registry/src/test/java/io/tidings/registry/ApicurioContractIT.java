package io.tidings.registry;

import io.tidings.embedded.ApicurioRegistry;
import java.util.Map;

class ApicurioContractIT extends SchemaRegistryContract {

    @Override
    SchemaRegistry open() {
        return SchemaRegistry.connect(
                Map.of("schema.registry.url", ApicurioRegistry.shared().url()));
    }
}
