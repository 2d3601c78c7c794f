package io.tidings.asyncapi.rule;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidings.asyncapi.AsyncApi;
import io.tidings.asyncapi.ReadOptions;
import io.tidings.asyncapi.ReadResult;
import io.tidings.asyncapi.diagnostic.Diagnostic;
import io.tidings.asyncapi.rule.RulePage.Example;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/**
 * A rule's page is its test. Run with {@code -Dpages.recreate=true} to write anew what the bad examples yield (the
 * {@code text} blocks and nothing else), and read the difference before you commit it.
 */
class RulePagesTest {
    private static final boolean RECREATE = Boolean.getBoolean("pages.recreate");
    private static final Path PAGES = Path.of("../docs/rules");

    @TempDir
    private Path folder;

    @Test
    void everyRuleHasAPageAndEveryPageARule() throws IOException {
        assertThat(pages())
                .extracting(RulePagesTest::id)
                .containsExactlyInAnyOrderElementsOf(
                        Rules.all().stream().map(RuleInfo::id).toList());
    }

    @TestFactory
    Stream<DynamicTest> pagesSayWhatTheirRulesSay() throws IOException {
        return pages().stream().map(page -> DynamicTest.dynamicTest(id(page), () -> check(RulePage.read(page))));
    }

    private void check(RulePage page) throws IOException {
        RuleInfo rule = Rules.all().stream()
                .filter(info -> info.id().equals(page.title()))
                .findFirst()
                .orElseThrow(() -> new AssertionError("there is no rule " + page.title()));
        assertThat(id(page.file())).isEqualTo(rule.id());
        assertThat(page.severity()).isEqualTo(weight(rule));
        assertThat(page.summary()).isEqualTo(rule.summary());
        assertThat(page.examples()).extracting(Example::bad).contains(true, false);
        List<String> said = new ArrayList<>();
        for (Example example : page.examples()) {
            ReadResult result = read(example);
            if (example.bad()) {
                said.add(said(rule, result));
                assertThat(result.diagnostics())
                        .as(example.heading() + ": no errors but this rule's")
                        .noneMatch(d -> d.isError() && !d.code().equals(rule.id()));
            } else {
                assertThat(result.diagnostics())
                        .as(example.heading() + ": no errors, and nothing of this rule's")
                        .noneMatch(d -> d.isError() || d.code().equals(rule.id()));
            }
        }
        assertThat(said).doesNotContain("");
        if (RECREATE) {
            page.rewrite(said);
        } else {
            assertThat(page.examples().stream().filter(Example::bad).map(Example::said))
                    .isEqualTo(said);
        }
    }

    private ReadResult read(Example example) throws IOException {
        Path root = Files.createTempDirectory(folder, "example");
        for (Map.Entry<String, String> file : example.files().entrySet()) {
            Path path = root.resolve(file.getKey());
            Files.createDirectories(path.getParent());
            Files.writeString(path, file.getValue());
        }
        String document = example.files().keySet().iterator().next();
        return AsyncApi.read(root.resolve(document), ReadOptions.DEFAULT.withRules(RuleSettings.DEFAULT.recommended()));
    }

    private String said(RuleInfo rule, ReadResult result) {
        StringBuilder out = new StringBuilder();
        for (Diagnostic d : result.diagnostics()) {
            if (d.code().equals(rule.id())) {
                out.append(d.location()).append(": ").append(d.message()).append('\n');
                if (d.hint() != null) {
                    out.append("  hint: ").append(d.hint()).append('\n');
                }
                d.related()
                        .forEach(place -> out.append("  ")
                                .append(place.location())
                                .append(": ")
                                .append(place.message())
                                .append('\n'));
            }
        }
        return out.toString().replaceAll(java.util.regex.Pattern.quote(folder.toString()) + "/example[0-9]+/", "");
    }

    private static String weight(RuleInfo rule) {
        String severity = rule.severity().name().toLowerCase(Locale.ROOT);
        return switch (rule.standing()) {
            case FIRM -> severity + ", cannot be switched off";
            case USUAL -> severity;
            case RECOMMENDED -> severity + " where asked for";
        };
    }

    private static String id(Path page) {
        return page.getFileName().toString().replaceFirst("\\.md$", "");
    }

    private static List<Path> pages() throws IOException {
        try (Stream<Path> files = Files.list(PAGES)) {
            return files.filter(file -> file.toString().endsWith(".md") && !file.endsWith("README.md"))
                    .sorted()
                    .toList();
        }
    }
}
