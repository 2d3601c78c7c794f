package io.tidings.replication.internal.generations;

import io.tidings.messaging.MessagingException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What drivers know of a view outside of this process, and what is assumed while they get no answer. */
record Asked(String view, GenerationDrivers drivers) {

    private static final Logger LOG = LoggerFactory.getLogger(Asked.class);

    /** What cannot be said now is said when the view has caught up again. */
    boolean awayTooLong(long from, long to) {
        try {
            return drivers.awayTooLong(from, to);
        } catch (MessagingException e) {
            LOG.debug("It cannot be said yet whether view '{}' has missed deletes", view, e);
            return false;
        }
    }

    /** Without an answer it begins as if it was the first instance, which costs time and nothing else. */
    int newestNumber() {
        try {
            return drivers.newestNumber();
        } catch (MessagingException e) {
            LOG.debug("It cannot be said which generations of view '{}' others have", view, e);
            return 0;
        }
    }
}
