package io.tidings.codegen.avro;

/** Text of a class, line by line. */
final class SourceLines {

    private final StringBuilder text = new StringBuilder();

    /** Adds a block of lines, in which {@code %s} and {@code %d} stand for the values; {@code %%} is a percent sign. */
    SourceLines add(String block, Object... values) {
        if (values.length == 0) {
            text.append(block);
            return this;
        }
        // Not by a Formatter, which takes half the time of a record class.
        int next = 0;
        int start = 0;
        for (int at = block.indexOf('%'); at >= 0; at = block.indexOf('%', start)) {
            text.append(block, start, at);
            if (block.charAt(at + 1) == '%') {
                text.append('%');
            } else {
                text.append(values[next++]);
            }
            start = at + 2;
        }
        text.append(block, start, block.length());
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
