package io.tidings.codegen.avro;

import java.util.Formatter;
import java.util.Locale;

/** Text of a class, line by line. */
final class SourceLines {

    private final StringBuilder text = new StringBuilder();
    private final Formatter formatter = new Formatter(text, Locale.ROOT);

    /** Adds a block of lines; it is formatted only if there is something to put in. */
    SourceLines add(String block, Object... values) {
        if (values.length == 0) {
            text.append(block);
        } else {
            formatter.format(block, values);
        }
        return this;
    }

    /** Ends a member. */
    SourceLines gap() {
        text.append('\n');
        return this;
    }

    @Override
    public String toString() {
        return text.toString();
    }
}
