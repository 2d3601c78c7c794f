package io.tidings.registry;

import java.time.Duration;
import tools.jackson.databind.JsonNode;

/** Makes calls and waits for their answers. Safe for use by several threads. */
@FunctionalInterface
interface RegistryCalls {

    /**
     * Makes a call.
     *
     * @return what the registry answered with a status of 200
     * @throws RegistryException for every other answer, and for none within the time
     */
    JsonNode call(RegistryRequest request, Duration within);
}
