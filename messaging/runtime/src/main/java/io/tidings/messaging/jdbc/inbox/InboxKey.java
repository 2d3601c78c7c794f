package io.tidings.messaging.jdbc.inbox;

import io.tidings.messaging.Metadata;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** What a message is known by. Ids of others may be of any length, and an index takes no row of more than 2,704 bytes. */
record InboxKey(String source, String id) {

    /** Of each of consumer, source and id, in bytes. */
    static final int LONGEST = 800;

    static InboxKey of(Metadata message) {
        return new InboxKey(fitting(message.source()), fitting(message.id()));
    }

    /** What is too long stands for itself by its digest. */
    static String fitting(String text) {
        // No char takes more than three bytes in UTF-8.
        if (3 * text.length() <= LONGEST) {
            return text;
        }
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        return bytes.length <= LONGEST ? text : "sha256:" + HexFormat.of().formatHex(digest(bytes));
    }

    private static byte[] digest(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }
}
