package io.tidings.cli;

/** An input that cannot be used at all. Its message is for the user. */
final class UnusableInput extends RuntimeException {

    private static final long serialVersionUID = 1L;

    UnusableInput(String message, Throwable cause) {
        super(message, cause);
    }

    UnusableInput(String message) {
        super(message);
    }
}
