package io.tidings.site.html;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Objects;

/** A style sheet or script of ours, which stands in the page itself and is allowed there by its hash. */
public final class Asset {
    private final String text;

    private Asset(String text) {
        this.text = text;
    }

    /** One of the files beside this class. */
    public static Asset named(String name) {
        try (InputStream in = Objects.requireNonNull(Asset.class.getResourceAsStream(name))) {
            return new Asset('\n' + new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** In an element, {@code style} or {@code script}. */
    public Html in(String element) {
        return Html.tag(element).add(new Html.Made(text));
    }

    /** What a content security policy calls it (CSP 3, section 2.3.1). */
    public String source() {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return "'sha256-" + Base64.getEncoder().encodeToString(hash) + "'";
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
