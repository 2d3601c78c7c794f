package io.tidings.replication.http;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Objects;

/**
 * The page for people: one file, style and script within, which asks for nothing but this endpoint's JSON. A content security
 * policy with the hashes of both holds it to that, whatever stands in the rows that it shows.
 */
final class Page {

    private static final String TEXT = read();
    private static final String POLICY = "default-src 'none'; connect-src 'self'; style-src '" + hash("style")
            + "'; script-src '" + hash("script")
            + "'; img-src data:; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    private Page() {}

    static Reply reply() {
        return Reply.text("text/html; charset=utf-8", TEXT).with("Content-Security-Policy", POLICY);
    }

    private static String read() {
        try (InputStream in = Objects.requireNonNull(Page.class.getResourceAsStream("replicas.html"))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("The page is part of this library", e);
        }
    }

    /** As CSP Level 3 wants it: of what stands between the tags, byte for byte. */
    private static String hash(String tag) {
        String open = "<" + tag + ">";
        int from = TEXT.indexOf(open) + open.length();
        String content = TEXT.substring(from, TEXT.indexOf("</" + tag + ">", from));
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(content.getBytes(StandardCharsets.UTF_8));
            return "sha256-" + Base64.getEncoder().encodeToString(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }
}
