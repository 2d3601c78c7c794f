package io.tidings.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
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

    @Test
    void everySnippetIsTaken() {
        List<String> wrong = new ArrayList<>();
        int blocks = 0;
        for (Path page : House.files(file -> file.toString().endsWith(".md") && !House.name(file).contains("src/"))) {
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

    /** Whether the lines of a snippet stand in a file in this order; {@code …} alone on a line leaves some out. */
    private static boolean linesAppear(String file, String snippet) {
        List<String> lines = file.lines().map(String::strip).toList();
        int at = -1;
        boolean skip = true;
        for (String raw : snippet.lines().map(String::strip).toList()) {
            if (raw.equals("…") || raw.equals("// …") || raw.equals("# …")) {
                skip = true;
                continue;
            }
            int from = at + 1;
            int found = skip ? lines.subList(from, lines.size()).indexOf(raw) : (from < lines.size() && lines.get(from).equals(raw) ? 0 : -1);
            if (found < 0) {
                return false;
            }
            at = from + found;
            skip = false;
        }
        return true;
    }
}
