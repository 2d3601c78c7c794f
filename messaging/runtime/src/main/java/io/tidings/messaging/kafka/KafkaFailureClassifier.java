package io.tidings.messaging.kafka;

import io.tidings.messaging.FailureClassifier;
import io.tidings.messaging.FailureKind;
import java.util.Optional;
import org.apache.kafka.common.errors.RetriableException;

/** Judges what a handler meets that uses Kafka's clients itself. */
public final class KafkaFailureClassifier implements FailureClassifier {

    @Override
    public Optional<FailureKind> classify(Throwable failure) {
        if (failure instanceof RetriableException) {
            return Optional.of(FailureKind.TRANSIENT);
        }
        return KafkaFailures.isPoison(failure) ? Optional.of(FailureKind.POISON) : Optional.empty();
    }
}
