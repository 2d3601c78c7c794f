package io.tidings.replication.internal.driver;

import io.tidings.messaging.EncodedMessage;
import io.tidings.messaging.MessagingException;
import io.tidings.messaging.Received;
import io.tidings.replication.core.Event;
import java.time.Duration;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads again while the registry is away. It blocks the stream thread meanwhile, so that views keep answering with what they
 * have; a thread that died instead would close its stores and rebalance. Before the group would take the thread for dead,
 * it gives up and throws: the thread is replaced and comes back to the same record, since its offset was never committed.
 */
public final class PatientReader implements EventReader {

    private static final Logger LOG = LoggerFactory.getLogger(PatientReader.class);
    private static final Duration FIRST_PAUSE = Duration.ofMillis(100);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(5);

    private final EventReader reader;
    private final Duration patience;
    private final StopSignal stop;

    public PatientReader(EventReader reader, Duration patience, StopSignal stop) {
        this.reader = reader;
        this.patience = patience;
        this.stop = stop;
    }

    @Override
    public Optional<Event> read(EncodedMessage message, Received.Origin origin) {
        long started = System.nanoTime();
        Duration pause = FIRST_PAUSE;
        while (true) {
            try {
                return reader.read(message, origin);
            } catch (MessagingException e) {
                boolean patient = Duration.ofNanos(System.nanoTime() - started).compareTo(patience) < 0;
                if (!e.retryable() || !patient || stop.pause(pause)) {
                    throw e;
                }
                LOG.warn(
                        "Cannot read {}-{}@{} for now, trying again: {}",
                        origin.address(),
                        origin.partition(),
                        origin.offset(),
                        e.getMessage());
                Duration twice = pause.multipliedBy(2);
                pause = twice.compareTo(LONGEST_PAUSE) < 0 ? twice : LONGEST_PAUSE;
            }
        }
    }
}
