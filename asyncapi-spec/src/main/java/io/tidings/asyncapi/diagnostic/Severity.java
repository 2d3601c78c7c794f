package io.tidings.asyncapi.diagnostic;

/** How much a diagnostic weighs. A document is valid when it has no {@link #ERROR}. */
public enum Severity {
    ERROR,
    WARNING,
    INFO;

    /** The word reports print: {@code error}, {@code warning} or {@code info}. */
    public String label() {
        return switch (this) {
            case ERROR -> "error";
            case WARNING -> "warning";
            case INFO -> "info";
        };
    }
}
