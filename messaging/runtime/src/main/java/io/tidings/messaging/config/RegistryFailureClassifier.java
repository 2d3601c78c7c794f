package io.tidings.messaging.config;

import io.tidings.messaging.FailureClassifier;
import io.tidings.messaging.FailureKind;
import io.tidings.registry.RegistryException;
import java.util.Optional;

/** Judges what a handler meets that asks the registry itself. */
public final class RegistryFailureClassifier implements FailureClassifier {

    @Override
    public Optional<FailureKind> classify(Throwable failure) {
        if (failure instanceof RegistryException registry) {
            return Optional.of(registry.retryable() ? FailureKind.TRANSIENT : FailureKind.POISON);
        }
        return Optional.empty();
    }
}
