package io.tidings.messaging.kafka;

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
}
