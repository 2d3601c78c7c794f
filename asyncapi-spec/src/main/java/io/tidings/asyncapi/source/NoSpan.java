package io.tidings.asyncapi.source;

/** A text that cannot be replaced by itself; never leaves the package. */
final class NoSpan extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String reason;
    private final transient Location place;

    NoSpan(String reason, Location place) {
        super(reason);
        this.reason = reason;
        this.place = place;
    }

    TextEdit.Refused refusal() {
        return new TextEdit.Refused(reason, place);
    }
}
