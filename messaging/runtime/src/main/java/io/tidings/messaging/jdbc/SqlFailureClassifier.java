package io.tidings.messaging.jdbc;

import io.tidings.messaging.FailureClassifier;
import io.tidings.messaging.FailureKind;
import java.sql.SQLException;
import java.util.Optional;

/** Judges what a handler meets in its database: away for now, or else nobody can say. */
public final class SqlFailureClassifier implements FailureClassifier {

    @Override
    public Optional<FailureKind> classify(Throwable failure) {
        return failure instanceof SQLException sql && SqlFailures.isTransient(sql)
                ? Optional.of(FailureKind.TRANSIENT)
                : Optional.empty();
    }
}
