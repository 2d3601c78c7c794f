package io.tidings.compat;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidings.compat.rule.Bump;
import io.tidings.compat.rule.GateRules;
import io.tidings.compat.rule.RuleInfo;
import io.tidings.compat.rulebook.Rules;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * The page of each rule is made of what the rule says of itself and of its cases. {@code -Dpages.recreate=true} writes them
 * anew.
 */
class RulePagesTest {

    private static final Path PAGES = Path.of("../docs/rules/compat");
    private static final boolean RECREATE = Boolean.getBoolean("pages.recreate");

    @TestFactory
    Stream<DynamicTest> pages_say_what_rules_and_cases_say() {
        return rules().map(rule ->
                DynamicTest.dynamicTest(rule.id(), () -> same(PAGES.resolve(rule.id() + ".md"), page(rule))));
    }

    @Test
    void the_list_has_them_all() throws IOException {
        StringBuilder list = new StringBuilder();
        list.append("# Rules about changes\n\n");
        list.append(
                "What the gate says of each kind of change, by what the described application does with the channel, and\n");
        list.append(
                "how long messages can be read there. The pages are made from the rules and their cases by a test;\n");
        list.append("`tidings explain RULE` prints them.\n\n");
        list.append("M is MAJOR, m MINOR, p PATCH; W a warning; a/b on a transient and on a retained channel.\n\n");
        list.append("| rule | what changed | sends | receives | generated code |\n|---|---|---|---|---|\n");
        rules().filter(rule -> !ofGate(rule))
                .forEach(rule -> list.append("| " + link(rule) + " | " + rule.summary() + " | "
                        + rule.grid().send() + " | " + rule.grid().receive() + " | " + rule.source() + " |\n"));
        list.append("\n# Rules about the gate itself\n\n");
        list.append(
                "What it says of versions, promises of time, exceptions, and what it compares with. None of it requires\n");
        list.append("a step of the version; an error fails the check.\n\n");
        list.append("| rule | what is said | weight |\n|---|---|---|\n");
        rules().filter(RulePagesTest::ofGate)
                .forEach(rule ->
                        list.append("| " + link(rule) + " | " + rule.summary() + " | " + weights(rule) + " |\n"));
        same(PAGES.resolve("README.md"), list.toString());
        try (Stream<Path> files = Files.list(PAGES)) {
            assertThat(files.map(file -> file.getFileName().toString().replace(".md", "")))
                    .containsExactlyInAnyOrderElementsOf(Stream.concat(Stream.of("README"), rules().map(RuleInfo::id))
                            .toList());
        }
    }

    private static Stream<RuleInfo> rules() {
        return Rules.all().stream();
    }

    private static boolean ofGate(RuleInfo rule) {
        return GateRules.contain(rule.id());
    }

    private static String link(RuleInfo rule) {
        return "[" + rule.id() + "](" + rule.id() + ".md)";
    }

    private static List<Path> cases(RuleInfo rule) {
        return CaseFolders.all().stream()
                .filter(folder -> folder.startsWith(CaseFolders.ROOT.resolve(rule.id())))
                .toList();
    }

    /** How much the findings of a rule of the gate weigh, as its cases show. */
    private static String weights(RuleInfo rule) {
        return cases(rule).stream()
                .flatMap(folder -> said(rule, folder).stream())
                .map(RulePagesTest::weight)
                .distinct()
                .sorted()
                .collect(Collectors.joining(" or "));
    }

    private static String weight(Finding finding) {
        if (!GateRules.contain(finding.rule())) {
            return finding.impact().wire().toString();
        }
        return finding.warning() ? "warning" : GateRules.isNote(finding.rule()) ? "note" : "error";
    }

    private static String page(RuleInfo rule) {
        List<Path> cases = cases(rule);
        StringBuilder page = new StringBuilder("# " + rule.id() + "\n\n");
        page.append("**")
                .append(rule.area())
                .append("**: ")
                .append(rule.summary())
                .append(".\n\n");
        if (ofGate(rule)) {
            page.append("- Weight: ").append(weights(rule)).append(".\n\n");
        } else {
            page.append("- Where the application sends: ")
                    .append(words(rule.grid().send()))
                    .append(".\n");
            page.append("- Where it receives: ")
                    .append(words(rule.grid().receive()))
                    .append(".\n");
            page.append("- For generated code: ").append(rule.source()).append(".\n\n");
        }
        page.append("Way out: ").append(rule.hint()).append(".\n");
        Optional<Path> worst = cases.stream()
                .filter(folder -> said(rule, folder).isPresent())
                .max(Comparator.comparing((Path folder) ->
                                said(rule, folder).orElseThrow().impact().wire())
                        // The plainest case has the shortest name.
                        .thenComparing(
                                folder -> -folder.getFileName().toString().length())
                        .thenComparing(Comparator.reverseOrder()));
        worst.ifPresent(folder -> example(page, "Said", rule, folder));
        cases.stream()
                .filter(folder -> said(rule, folder).isEmpty())
                .findFirst()
                .ifPresent(folder -> example(page, "Not said", rule, folder));
        page.append("\n## Cases\n\n");
        for (Path folder : cases) {
            String verdict = said(rule, folder)
                    .map(finding -> weight(finding) + (finding.warning() && !ofGate(rule) ? " with a warning" : ""))
                    .orElse("not said");
            page.append("- ")
                    .append(folder.getFileName())
                    .append(" (")
                    .append(verdict)
                    .append("): ");
            page.append(CaseFolders.text(folder.resolve("README.md")).strip().replace('\n', ' '))
                    .append('\n');
        }
        return page.toString();
    }

    private static void example(StringBuilder page, String title, RuleInfo rule, Path folder) {
        page.append("\n## ").append(title).append("\n\n");
        page.append(CaseFolders.text(folder.resolve("README.md")).strip()).append("\n");
        String difference = ofGate(rule)
                ? LineDifference.of(
                        CaseFolders.text(folder.resolve("old.yaml")), CaseFolders.text(folder.resolve("new.yaml")))
                : LineDifference.of(text(folder, "old.yaml"), text(folder, "new.yaml"));
        if (!difference.isEmpty()) {
            page.append("\n```diff\n").append(difference).append("```\n");
        }
        Path settings = folder.resolve(".tidings.yaml");
        if (ofGate(rule) && Files.exists(settings)) {
            page.append("\n```yaml\n")
                    .append(CaseFolders.text(settings).strip())
                    .append("\n```\n");
        }
        said(rule, folder).ifPresent(finding -> {
            page.append("\n```text\n").append(weight(finding)).append(' ').append(rule.id());
            page.append(": ").append(finding.reason()).append("\n```\n");
        });
    }

    /** Without the number of its version, which changes in every case. */
    private static String text(Path folder, String file) {
        return CaseFolders.text(folder.resolve(file)).replaceFirst("(?m)^  version: .*$", "  version: …");
    }

    /** What the rule says of a case, the worst of it. */
    private static Optional<Finding> said(RuleInfo rule, Path folder) {
        return CaseFolders.check(folder).findings().stream()
                .filter(finding -> finding.rule().equals(rule.id()))
                .max(Comparator.comparing((Finding finding) -> finding.impact().wire()));
    }

    private static String words(String cell) {
        int slash = cell.indexOf('/');
        return slash < 0
                ? word(cell)
                : word(cell.substring(0, slash)) + ", on a retained channel " + word(cell.substring(slash + 1));
    }

    private static String word(String cell) {
        Bump bump = switch (cell.charAt(0)) {
            case 'M' -> Bump.MAJOR;
            case 'm' -> Bump.MINOR;
            default -> Bump.PATCH;
        };
        return bump + (cell.endsWith("W") ? " with a warning" : "");
    }

    private static void same(Path file, String text) throws IOException {
        if (RECREATE) {
            Files.createDirectories(PAGES);
            Files.writeString(file, text);
        }
        assertThat(text).isEqualTo(Files.readString(file));
    }
}
