package io.tidings.messaging.parking;

import io.tidings.messaging.EncodedMessage;
import io.tidings.messaging.Received;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A message in the one partition of a simulated life. */
record Message(long offset, @Nullable String key) {
    byte @Nullable [] bytes() {
        return key == null ? null : key.getBytes(StandardCharsets.UTF_8);
    }

    EncodedMessage encoded() {
        return new EncodedMessage("m" + offset, "orders", bytes(), new byte[0], List.of());
    }

    Received.Origin origin() {
        return new Received.Origin("orders", 0, offset, Instant.EPOCH);
    }
}
