package io.tidings.codegen.output;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A generated source.
 *
 * @param path relative to the source root, with slashes
 */
public record SourceFile(String path, String content) {

    private static final Pattern ORIGIN =
            Pattern.compile("@(?:[a-z]++\\.)*+Generated\\((?:[^\")]|\"(?:[^\"\\\\]|\\\\.)*+\")*+\\)");

    /** A digest of what the source says but for the document it comes from: of a type that two documents share, equal. */
    public String meaning() {
        Matcher origin = ORIGIN.matcher(content);
        return Digest.of(
                origin.find() ? content.substring(0, origin.start()) + content.substring(origin.end()) : content);
    }
}
