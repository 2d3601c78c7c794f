package io.tidings.asyncapi.report;

import io.tidings.asyncapi.diagnostic.Severity;

/** Colours of a terminal, or none. */
enum Style {
    PLAIN,
    ANSI;

    private static final String RESET = "\u001b[0m";

    String severity(Severity severity, String text) {
        return switch (severity) {
            case ERROR -> paint("\u001b[1;31m", text);
            case WARNING -> paint("\u001b[1;33m", text);
            case INFO -> paint("\u001b[1;36m", text);
        };
    }

    String strong(String text) {
        return paint("\u001b[1m", text);
    }

    String frame(String text) {
        return paint("\u001b[1;34m", text);
    }

    private String paint(String colour, String text) {
        return this == PLAIN ? text : colour + text + RESET;
    }
}
