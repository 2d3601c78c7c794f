package io.tidings.messaging;

/** The replier answered that it failed. */
public final class FaultReplyException extends MessagingException {

    private static final long serialVersionUID = 1L;

    private final String code;

    public FaultReplyException(String code, String message) {
        super(message, null);
        this.code = code;
    }

    /** What kind of failure, in the replier's words. */
    public String code() {
        return code;
    }

    /** The replier has decided: the same request would fail again. */
    @Override
    public boolean retryable() {
        return false;
    }
}
