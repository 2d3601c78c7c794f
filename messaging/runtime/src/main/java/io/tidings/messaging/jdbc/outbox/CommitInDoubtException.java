package io.tidings.messaging.jdbc.outbox;

import java.sql.SQLException;

/**
 * The connection broke while a transaction committed, before the database answered: it was committed, with its messages, or
 * rolled back, and nobody here knows. Look at the data before you repeat the work, or make it such that twice is as once.
 */
public final class CommitInDoubtException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    CommitInDoubtException(SQLException cause) {
        super(
                "The connection broke in the commit (" + cause.getMessage()
                        + "): whether the transaction was committed is not"
                        + " known. Look at the data before you repeat it",
                cause);
    }
}
