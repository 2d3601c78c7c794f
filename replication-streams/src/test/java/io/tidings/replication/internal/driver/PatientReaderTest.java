package io.tidings.replication.internal.driver;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tidings.messaging.EncodedMessage;
import io.tidings.messaging.Received;
import io.tidings.messaging.TransientMessagingException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** That it tries again is shown in {@link ReplicaTopologyTest}; here, that it does not for ever. */
class PatientReaderTest {

    private final StopSignal stop = new StopSignal();

    @Test
    void patienceEnds() {
        assertThatThrownBy(() -> read(Duration.ZERO)).isInstanceOf(TransientMessagingException.class);
    }

    @Test
    void nobodyWaitsForAClosingApplication() {
        stop.stop();

        assertThatThrownBy(() -> read(Duration.ofDays(1))).isInstanceOf(TransientMessagingException.class);
    }

    private void read(Duration patience) {
        EventReader away = (message, origin) -> {
            throw new TransientMessagingException("the registry is away", null);
        };
        var unused = new PatientReader(away, patience, stop)
                .read(
                        new EncodedMessage("id", "events", new byte[0], new byte[0], List.of()),
                        new Received.Origin("events", 0, 0, Instant.EPOCH));
    }
}
