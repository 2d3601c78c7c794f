package io.tidings.asyncapi.source;

/** Counts lines as YAML 1.2 and editors do: a line ends with CR LF, LF, or CR alone. */
final class LineBreaks {
    private LineBreaks() {}

    /** The place that follows a text: all of a file up to there. */
    static Location behind(String file, CharSequence before) {
        int line = 1;
        int lineStart = 0;
        for (int i = 0; i < before.length(); i++) {
            char c = before.charAt(i);
            boolean crlf = c == '\r' && i + 1 < before.length() && before.charAt(i + 1) == '\n';
            if ((c == '\n' || c == '\r') && !crlf) {
                line++;
                lineStart = i + 1;
            }
        }
        return new Location(file, line, before.length() - lineStart + 1);
    }
}
