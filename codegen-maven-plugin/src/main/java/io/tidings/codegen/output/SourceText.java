package io.tidings.codegen.output;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** The bytes of a source, such that the compiler reads what was meant whatever encoding it is told. */
final class SourceText {

    private SourceText() {}

    /**
     * Encodes a source. Where the build compiles as UTF-8, text stays as it is; elsewhere everything beyond ASCII becomes a
     * Unicode escape, which Java allows anywhere in a source (JLS 3.3).
     *
     * @param encoding what the build compiles with; null if it does not say
     */
    static byte[] bytes(String content, @Nullable Charset encoding) {
        boolean utf8 = StandardCharsets.UTF_8.equals(encoding);
        if (plain(content, utf8)) {
            return content.getBytes(StandardCharsets.UTF_8);
        }
        StringBuilder text = new StringBuilder(content.length());
        for (int i = 0; i < content.length(); i++) {
            char c = content.charAt(i);
            if (c < 128 || (utf8 && !alone(content, i))) {
                text.append(c);
            } else {
                text.append(String.format("\\u%04x", (int) c));
            }
        }
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    /** Whether nothing has to be escaped; of many and large sources nearly all are so. */
    private static boolean plain(String content, boolean utf8) {
        for (int i = 0; i < content.length(); i++) {
            char c = content.charAt(i);
            if (c >= 128 && (!utf8 || Character.isSurrogate(c))) {
                return false;
            }
        }
        return true;
    }

    /** Whether the char is half of a pair whose other half is missing: UTF-8 cannot say it. */
    private static boolean alone(String text, int i) {
        char c = text.charAt(i);
        if (Character.isHighSurrogate(c)) {
            return i + 1 == text.length() || !Character.isLowSurrogate(text.charAt(i + 1));
        }
        return Character.isLowSurrogate(c) && (i == 0 || !Character.isHighSurrogate(text.charAt(i - 1)));
    }
}
