package io.tidings.messaging.serde;

import io.tidings.messaging.MessagingException;
import io.tidings.messaging.PoisonMessageException;
import io.tidings.messaging.TransientMessagingException;
import io.tidings.registry.RegistryException;

/** What a registry's failure means to the message at hand. */
final class RegistryFailures {

    private static final int NOT_FOUND = 404;
    private static final int OK = 200;

    private RegistryFailures() {}

    /**
     * To read, the registry must have said for certain that no such Avro schema exists. A refused credential or a wrong path
     * says nothing of the message, which must wait, not go to the dead letters.
     */
    static MessagingException reading(RegistryException e) {
        boolean certain = !e.retryable() && (e.status() == NOT_FOUND || e.status() == OK);
        return certain ? new PoisonMessageException(message(e), e) : new TransientMessagingException(message(e), e);
    }

    /** To write, whatever waiting does not heal is the caller's to know at once. */
    static MessagingException writing(RegistryException e, String subject) {
        return e.retryable()
                ? new TransientMessagingException(message(e), e)
                : new PoisonMessageException("The schema of subject '" + subject + "' has no id: " + message(e), e);
    }

    /** A registry's own failures say what happened; without the class name that {@code toString} puts before it. */
    private static String message(RegistryException e) {
        String message = e.getMessage();
        return message == null ? e.toString() : message;
    }
}
