package io.tidings.asyncapi.source;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;

/** Bytes as text: UTF-8, with or without a byte order mark, and nothing else. */
final class Decoding {
    private static final String CODE = "source-not-utf8";
    private static final String HINT = "save the file as UTF-8";

    private Decoding() {}

    static String utf8(byte[] bytes, String file) {
        if (isUtf16(bytes)) {
            throw new MalformedSource(
                    SourceProblem.at(CODE, "'" + file + "' is UTF-16, not UTF-8", Location.startOf(file), HINT));
        }
        try {
            String text = decoder().decode(ByteBuffer.wrap(bytes)).toString();
            return text.startsWith("\uFEFF") ? text.substring(1) : text;
        } catch (CharacterCodingException e) {
            Location place = firstUndecodable(bytes, file);
            throw new MalformedSource(SourceProblem.at(CODE, "'" + file + "' is not UTF-8", place, HINT));
        }
    }

    /** A byte order mark says so, or a text that begins with a Latin letter, of which every other byte is zero. */
    private static boolean isUtf16(byte[] bytes) {
        if (bytes.length < 2) {
            return false;
        }
        int first = bytes[0] & 0xFF;
        int second = bytes[1] & 0xFF;
        boolean marked = (first == 0xFE && second == 0xFF) || (first == 0xFF && second == 0xFE);
        return marked || (first == 0) != (second == 0);
    }

    private static Location firstUndecodable(byte[] bytes, String file) {
        CharBuffer out = CharBuffer.allocate(bytes.length + 1);
        decoder().decode(ByteBuffer.wrap(bytes), out, true);
        String before = out.flip().toString();
        before = before.startsWith("\uFEFF") ? before.substring(1) : before;
        return LineBreaks.behind(file, before);
    }

    private static CharsetDecoder decoder() {
        return StandardCharsets.UTF_8
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
    }
}
