package io.tidings.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/**
 * Every code block in README, CONTRIBUTING and docs comes from a file that a test runs. Before the block stands where from:
 * {@code <!-- from: FILE -->}, the whole file, or some of its lines in their order; {@code <!-- command -->} marks a
 * command line, {@code <!-- output: FILE -->} what a tested command prints.
 */
class SnippetsTest {

    private static final Pattern BLOCK =
            Pattern.compile("(?m)(?:^<!-- ([a-z]+)(?:: ([^ ]+))? -->\\n)?^```([a-z]*)\\n([\\s\\S]*?)^```$");

    private static final Pattern GAP = Pattern.compile("(?m)^ *(?:// |# )?…$");

    @Test
    void everySnippetIsTaken() {
        List<String> wrong = new ArrayList<>();
        int blocks = 0;
        for (Path page : House.files(SnippetsTest::isManual)) {
            Matcher block = BLOCK.matcher(House.read(page));
            while (block.find()) {
                blocks++;
                String problem = problem(block.group(1), block.group(2), block.group(3), block.group(4));
                if (!problem.isEmpty()) {
                    wrong.add(House.name(page) + ": " + problem + "\n" + block.group(4));
                }
            }
        }
        assertThat(wrong).isEmpty();
        assertThat(blocks).isGreaterThan(4);
    }

    /** The pages of rules have a test of their own, which reads their examples. */
    private static boolean isManual(Path file) {
        String name = House.name(file);
        return name.endsWith(".md")
                && !name.contains("src/")
                && (!name.startsWith("docs/rules/") || name.endsWith("README.md"));
    }

    private static String problem(
            @org.jspecify.annotations.Nullable String kind,
            @org.jspecify.annotations.Nullable String file,
            String language,
            String text) {
        if (language.equals("mermaid") || "command".equals(kind)) {
            return "";
        }
        if (kind == null || file == null) {
            return "a block does not say where it comes from";
        }
        return linesAppear(House.read(House.ROOT.resolve(file)), text) ? "" : "is not what " + file + " says";
    }

    /** Whether the blocks of a snippet stand in a file in this order; {@code …} alone on a line parts two blocks. */
    private static boolean linesAppear(String file, String snippet) {
        List<String> lines = file.lines().map(SnippetsTest::bare).toList();
        int from = 0;
        for (String block : GAP.splitAsStream(snippet).toList()) {
            List<String> wanted = block.strip().lines().map(SnippetsTest::bare).toList();
            int found = Collections.indexOfSubList(lines.subList(from, lines.size()), wanted);
            if (found < 0) {
                return false;
            }
            from += found + wanted.size();
        }
        return true;
    }

    /** Without indentation, and without the bars with which a transcript sets quotations apart. */
    private static String bare(String line) {
        String rest = line.strip();
        while (rest.startsWith("|")) {
            rest = rest.substring(1).strip();
        }
        return rest;
    }
}
