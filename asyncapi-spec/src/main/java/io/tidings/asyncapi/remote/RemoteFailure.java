package io.tidings.asyncapi.remote;

import org.jspecify.annotations.Nullable;

/** Why there is no content behind a URL; the message never shows a secret. */
public final class RemoteFailure extends Exception {
    private static final long serialVersionUID = 1L;

    /** Who has to do something. */
    public enum Kind {
        /** The caller has not allowed it, or wants no network: nothing is wrong with the document. */
        NOT_ASKED,
        /** The same may succeed later: no connection, no answer in time, a server in trouble. */
        RETRYABLE,
        /** The same will fail again. */
        LASTING
    }

    private final Kind kind;
    private final transient @Nullable String hint;

    RemoteFailure(Kind kind, String message, @Nullable String hint) {
        super(Credentials.masked(message));
        this.kind = kind;
        this.hint = hint;
    }

    public Kind kind() {
        return kind;
    }

    /** What to do about it, if there is something to say. */
    public @Nullable String hint() {
        return hint;
    }
}
