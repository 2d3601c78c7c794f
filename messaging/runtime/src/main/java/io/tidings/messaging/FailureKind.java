package io.tidings.messaging;

import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What a failure means for the message at hand. */
public enum FailureKind {
    /** Something that the message needs is away: try again for as long as it takes. */
    TRANSIENT,
    /** The message will never get through: set it aside at once. */
    POISON,
    /** Nobody can say: try a few times, then set the message aside. */
    UNKNOWN;

    /**
     * Judges a failure: the outermost exception of its chain of causes that someone has an opinion on decides, since who
     * wrapped a cause knew more than who threw it. Never fails. Safe for use by several threads.
     */
    public static FailureKind of(Throwable failure) {
        Set<Throwable> seen = Collections.newSetFromMap(new IdentityHashMap<>());
        @Nullable Throwable link = failure;
        while (link != null && seen.add(link)) {
            Optional<FailureKind> kind = opinionOn(link);
            if (kind.isPresent()) {
                return kind.get();
            }
            link = link.getCause();
        }
        return UNKNOWN;
    }

    private static Optional<FailureKind> opinionOn(Throwable failure) {
        if (failure instanceof MessagingException known) {
            return Optional.of(known.retryable() ? TRANSIENT : POISON);
        }
        for (FailureClassifier classifier : FailureClassifiers.INSTALLED) {
            Optional<FailureKind> kind = classifier.classify(failure);
            if (kind.isPresent()) {
                return kind;
            }
        }
        return Optional.empty();
    }
}
