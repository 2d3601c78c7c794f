package io.tidings.replication.internal.copy.store;

import org.jspecify.annotations.Nullable;

/** A store cannot do what it is asked. */
public final class StoreFailure extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final Kind kind;

    /** What is the matter. */
    public enum Kind {
        /** It is closed: another may have taken its place. */
        CLOSED,
        /** What is on disk cannot be trusted any more. */
        DAMAGED,
        /** The disk is full, or refuses; what is on it is good as far as it goes. */
        REFUSED,
        /** Somebody else has it. */
        IN_USE
    }

    StoreFailure(Kind kind, String message, @Nullable Throwable cause) {
        super(message, cause);
        this.kind = kind;
    }

    /** A store whose contents contradict themselves. */
    public static StoreFailure damaged(String message, @Nullable Throwable cause) {
        return new StoreFailure(Kind.DAMAGED, message, cause);
    }

    /** A disk that does not do what it should. */
    static StoreFailure refused(String message, @Nullable Throwable cause) {
        return new StoreFailure(Kind.REFUSED, message, cause);
    }

    /** A folder that is taken. */
    public static StoreFailure inUse(String message) {
        return new StoreFailure(Kind.IN_USE, message, null);
    }

    static StoreFailure closed() {
        return new StoreFailure(Kind.CLOSED, "The store is closed", null);
    }

    public Kind kind() {
        return kind;
    }
}
