package io.tidings.asyncapi.rule;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class RulesTest {
    @Test
    void identifiersAreUniqueAndKebabCase() {
        assertThat(Rules.all()).extracting(RuleInfo::id).doesNotHaveDuplicates().allMatch(id -> id.matches("[a-z-]+"));
        assertThat(Rules.all()).extracting(RuleInfo::summary).allMatch(summary -> !summary.isBlank());
    }

    /** A rule without a case that shows it is not tested. */
    @Test
    void everyRuleIsShownByACase() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("src/test/resources/cases"))) {
            String reports = files.filter(file -> file.endsWith("expected.txt"))
                    .map(RulesTest::read)
                    .collect(Collectors.joining());
            assertThat(Rules.all()).extracting(rule -> "[" + rule.id() + "]").allMatch(reports::contains);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
