package io.tidings.messaging;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;

/**
 * Identifiers in headers, as text. Others write bytes there that are no text, such as the 16 of a UUID: those are called {@code
 * bytes:} with their hexadecimal digits, so that a reply can repeat them byte for byte.
 */
public final class HeaderText {

    private static final String BYTES = "bytes:";

    private HeaderText() {}

    /** The text of a header. */
    public static String of(byte[] header) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(header))
                    .toString();
        } catch (CharacterCodingException e) {
            return BYTES + HexFormat.of().formatHex(header);
        }
    }

    /** The header that {@link #of} gives this text for. */
    public static byte[] bytes(String text) {
        if (text.startsWith(BYTES)) {
            try {
                return HexFormat.of().parseHex(text.substring(BYTES.length()));
            } catch (IllegalArgumentException e) {
                // Text that looks like it.
                return text.getBytes(StandardCharsets.UTF_8);
            }
        }
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
