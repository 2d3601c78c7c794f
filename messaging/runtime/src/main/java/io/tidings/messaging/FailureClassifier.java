package io.tidings.messaging;

import java.util.Optional;

/**
 * Knows what the exceptions of one technology mean, so that nobody else has to know the technology. Found through {@link
 * java.util.ServiceLoader}; an application may add its own. Stateless, safe for use by several threads.
 */
public interface FailureClassifier {

    /**
     * Judges one exception, not its causes: those are asked about one by one.
     *
     * @return empty if it is none of this technology's, or says nothing
     */
    Optional<FailureKind> classify(Throwable failure);
}
