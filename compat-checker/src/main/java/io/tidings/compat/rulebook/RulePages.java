package io.tidings.compat.rulebook;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** The pages of rules, as people read them in {@code docs/rules/compat}. */
public final class RulePages {

    private RulePages() {}

    /** A rule's page in Markdown, examples included; empty where it has none. */
    public static Optional<String> of(String id) {
        String name = "pages/" + id + ".md";
        try (InputStream page = RulePages.class.getResourceAsStream(name)) {
            return page == null
                    ? Optional.empty()
                    : Optional.of(new String(page.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(name, e);
        }
    }
}
