package io.tidings.asyncapi.rule;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Every code that a diagnostic about a document can carry, and its explanation. */
public final class Codes {
    private Codes() {}

    /** All of them, by id. */
    public static List<Code> all() {
        return Stream.concat(Rules.all().stream().map(Code::of), StructureCodes.all().keySet().stream())
                .sorted(Comparator.comparing(Code::id))
                .toList();
    }

    public static Optional<Code> of(String id) {
        return all().stream().filter(code -> code.id().equals(id)).findFirst();
    }

    /** What a code means and what to do about it, in Markdown: of a rule its page, examples included. */
    public static String page(Code code) {
        if (code.kind() == Code.Kind.STRUCTURE) {
            return "# " + code.id() + "\n\n**" + code.severity().label() + "**: " + code.summary() + ".\n\n"
                    + StructureCodes.all().get(code) + "\n";
        }
        String name = "pages/" + code.id() + ".md";
        try (InputStream page = Codes.class.getResourceAsStream(name)) {
            if (page == null) {
                throw new IllegalStateException(
                        "the rule " + code.id() + " has no page: docs/rules/" + code.id() + ".md");
            }
            return new String(page.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(name, e);
        }
    }
}
