package io.tidings.replication;

import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A view has lost touch with its owner for longer than its staleness policy allows. The same call may succeed later. */
public final class StaleReplicaException extends ReplicationException {

    private static final long serialVersionUID = 1L;

    private final @Nullable Duration age;

    public StaleReplicaException(String view, @Nullable Duration age, Duration allowed) {
        super(
                "View '" + view + "' answers for at most " + allowed
                        + " after it last stood at the end of its channels, and "
                        + (age == null ? "it never did" : "that was " + age + " ago"),
                true,
                null);
        this.age = age;
    }

    /** As another instance tells it. */
    public StaleReplicaException(String message) {
        super(message, true, null);
        this.age = null;
    }

    /** How long ago the view last stood at the end of its channels; empty if it never did, or that is not known. */
    public Optional<Duration> age() {
        return Optional.ofNullable(age);
    }
}
