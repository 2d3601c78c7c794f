package io.tidings.replication.internal.sql.layout;

/** A value that Avro has and PostgreSQL has not. Its row is parked: a column that lacks what the row has would be a lie. */
public final class UnfitValueException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public UnfitValueException(String message) {
        super(message);
    }
}
