package io.tidings.messaging.kafka;

import io.tidings.messaging.MessageSink;
import java.util.Collection;
import java.util.Comparator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Closes one thing after another; one that fails does not keep the others open. */
final class Closing {

    private static final Logger LOG = LoggerFactory.getLogger(Closing.class);

    void close(AutoCloseable one) {
        try {
            one.close();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (Exception e) {
            LOG.warn("Closing failed", e);
        }
    }

    /** Closes all of them, those that send last: the handlers of the messages at hand may still publish. */
    void closeAll(Collection<AutoCloseable> all) {
        all.stream()
                .sorted(Comparator.comparing(one -> one instanceof MessageSink))
                .forEach(this::close);
    }
}
