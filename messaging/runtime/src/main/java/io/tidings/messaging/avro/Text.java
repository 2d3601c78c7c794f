package io.tidings.messaging.avro;

/** UTF-8 without an array of its own. Half of a surrogate pair becomes a question mark, as in the JDK. */
final class Text {

    private static final byte REPLACEMENT = '?';

    private Text() {}

    /** How many bytes {@link #toUtf8} writes. */
    static int utf8Length(String text) {
        long length = 0;
        int chars = text.length();
        for (int i = 0; i < chars; i++) {
            char c = text.charAt(i);
            if (c < 0x80) {
                length++;
            } else if (c < 0x800) {
                length += 2;
            } else if (!Character.isSurrogate(c)) {
                length += 3;
            } else if (pairAt(text, i)) {
                length += 4;
                i++;
            } else {
                length++;
            }
        }
        return Math.toIntExact(length);
    }

    /** Writes text into an array that has room for it. */
    static void toUtf8(String text, byte[] to, int start) {
        int at = start;
        int chars = text.length();
        for (int i = 0; i < chars; i++) {
            char c = text.charAt(i);
            if (c < 0x80) {
                to[at++] = (byte) c;
            } else if (c < 0x800) {
                to[at++] = (byte) (0xC0 | (c >> 6));
                to[at++] = (byte) (0x80 | (c & 0x3F));
            } else if (!Character.isSurrogate(c)) {
                to[at++] = (byte) (0xE0 | (c >> 12));
                to[at++] = (byte) (0x80 | ((c >> 6) & 0x3F));
                to[at++] = (byte) (0x80 | (c & 0x3F));
            } else if (pairAt(text, i)) {
                int codePoint = Character.toCodePoint(c, text.charAt(++i));
                to[at++] = (byte) (0xF0 | (codePoint >> 18));
                to[at++] = (byte) (0x80 | ((codePoint >> 12) & 0x3F));
                to[at++] = (byte) (0x80 | ((codePoint >> 6) & 0x3F));
                to[at++] = (byte) (0x80 | (codePoint & 0x3F));
            } else {
                to[at++] = REPLACEMENT;
            }
        }
    }

    private static boolean pairAt(String text, int i) {
        return Character.isHighSurrogate(text.charAt(i))
                && i + 1 < text.length()
                && Character.isLowSurrogate(text.charAt(i + 1));
    }
}
