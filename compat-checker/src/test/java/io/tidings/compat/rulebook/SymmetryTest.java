package io.tidings.compat.rulebook;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidings.compat.rule.RuleInfo;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/**
 * A rule about one direction needs its mirror, or nobody thought of it. {@code mirrors.txt} pairs them ({@code a <-> b}), says
 * which are their own mirror ({@code a <-> a}) and which have none, and why ({@code a: reason}). A stale line fails too.
 */
class SymmetryTest {

    private static final Path MIRRORS = Path.of("src/test/resources/mirrors.txt");

    @Test
    void every_rule_has_a_mirror_or_a_reason() throws IOException {
        List<String> named = new ArrayList<>();
        for (String line : Files.readAllLines(MIRRORS)) {
            if (line.contains(" <-> ")) {
                List<String> pair = List.of(line.split(" <-> ", 2));
                named.add(pair.get(0));
                if (!pair.get(0).equals(pair.get(1))) {
                    named.add(pair.get(1));
                }
            } else if (!line.isBlank() && !line.startsWith("#")) {
                assertThat(line).as("a waiver gives its reason").matches("[a-z-]+: .+");
                named.add(line.substring(0, line.indexOf(':')));
            }
        }
        assertThat(named)
                .containsExactlyInAnyOrderElementsOf(
                        Rules.all().stream().map(RuleInfo::id).toList());
    }

    @Test
    void ids_are_unique() {
        Map<String, Integer> count = new HashMap<>();
        Rules.all().forEach(rule -> count.merge(rule.id(), 1, Integer::sum));
        assertThat(count.values()).containsOnly(1);
    }
}
