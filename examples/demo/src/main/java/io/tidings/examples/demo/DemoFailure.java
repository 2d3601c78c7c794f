package io.tidings.examples.demo;

/** The demo did not go as it should; the message says what was expected and what came. */
final class DemoFailure extends RuntimeException {

    private static final long serialVersionUID = 1L;

    DemoFailure(String message) {
        super(message);
    }
}
