package io.tidings.asyncapi.rule;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A page of {@code docs/rules}: a title (the id), a line {@code **severity**: summary.}, one paragraph that says why, and
 * sections whose headings begin with Bad or Good. A section holds files, each a code block; a line {@code `name`:} before
 * the block names it, without one it is {@code asyncapi.yaml}. In a bad section a {@code text} block says what is said.
 */
record RulePage(Path file, String title, String severity, String summary, String reason, List<Example> examples) {
    private static final Pattern HEAD =
            Pattern.compile("# (\\S+)\\n\\n\\*\\*([a-z, ]+)\\*\\*: (.+)\\.\\n\\n(\\S[\\s\\S]*?)\\n\\n## [\\s\\S]*");
    private static final Pattern NAMED = Pattern.compile("`([^`]+)`:");

    /** A section. */
    record Example(
            String heading,
            Map<String, String> files,
            @Nullable String said) {
        boolean bad() {
            return heading.startsWith("Bad");
        }
    }

    static RulePage read(Path file) {
        String text;
        try {
            text = Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Matcher head = HEAD.matcher(text);
        if (!head.matches()) {
            throw new AssertionError(file + ": a page begins with '# id', '**severity**: summary.' and a paragraph");
        }
        List<Example> examples = new ArrayList<>();
        for (String section : text.split("(?m)^## ", -1)) {
            if (section.startsWith("Bad") || section.startsWith("Good")) {
                examples.add(example(section));
            }
        }
        return new RulePage(file, head.group(1), head.group(2), head.group(3), head.group(4), examples);
    }

    private static Example example(String section) {
        Map<String, String> files = new LinkedHashMap<>();
        String said = null;
        String name = null;
        String language = null;
        StringBuilder block = new StringBuilder();
        for (String line : section.lines().skip(1).toList()) {
            if (language == null && line.startsWith("```")) {
                language = line.substring(3);
                block.setLength(0);
            } else if (language == null) {
                Matcher named = NAMED.matcher(line);
                name = named.matches() ? named.group(1) : line.isBlank() ? name : null;
            } else if (!line.equals("```")) {
                block.append(line).append('\n');
            } else {
                if (language.equals("text")) {
                    said = block.toString();
                } else {
                    files.put(name == null ? "asyncapi.yaml" : name, block.toString());
                }
                language = null;
                name = null;
            }
        }
        return new Example(section.lines().findFirst().orElse(""), files, said);
    }

    /** Writes the page anew with other texts in the bad sections, in their order. */
    void rewrite(List<String> said) throws IOException {
        Matcher block = Pattern.compile("(?m)^```text\\n[\\s\\S]*?^```$").matcher(Files.readString(file));
        StringBuilder out = new StringBuilder();
        for (int i = 0; block.find(); i++) {
            block.appendReplacement(out, Matcher.quoteReplacement("```text\n" + said.get(i) + "```"));
        }
        block.appendTail(out);
        Files.writeString(file, out);
    }
}
