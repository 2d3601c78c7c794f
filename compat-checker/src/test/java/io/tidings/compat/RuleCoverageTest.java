package io.tidings.compat;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidings.asyncapi.model.Action;
import io.tidings.compat.rule.Bump;
import io.tidings.compat.rule.GateRules;
import io.tidings.compat.rule.RuleInfo;
import io.tidings.compat.rulebook.Rules;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * Each rule has its folder of cases: for each role one in which it breaks, or speaks where its table knows no break, and one
 * in which that role is allowed to do what looks alike. {@code coverage.txt} says what cannot be, and why ({@code rule role
 * breaking|allowed: reason}); a stale line fails too.
 */
class RuleCoverageTest {

    private static final Path WAIVERS = Path.of("src/test/resources/coverage.txt");

    private static final Pattern ACTION = Pattern.compile("action: *(send|receive)");

    @TestFactory
    Stream<DynamicTest> each_rule_speaks_in_one_case_and_is_silent_in_another() {
        return Rules.all().stream()
                .map(rule -> DynamicTest.dynamicTest(rule.id(), () -> {
                    List<Boolean> speaks = cases(rule).stream()
                            .map(folder -> findings(rule, folder).findAny().isPresent())
                            .toList();
                    assertThat(speaks).contains(true, false);
                }));
    }

    @Test
    void each_role_has_a_breaking_and_an_allowed_case() throws IOException {
        Set<String> missing = new TreeSet<>();
        for (RuleInfo rule : Rules.all()) {
            if (!GateRules.contain(rule.id())) {
                for (Action role : Action.values()) {
                    judge(rule, role, missing);
                }
            }
        }
        Set<String> waived = new TreeSet<>();
        for (String line : Files.readAllLines(WAIVERS)) {
            if (!line.isBlank() && !line.startsWith("#")) {
                assertThat(line).as("a waiver gives its reason").matches("[a-z-]+ [a-z]+ [a-z]+: .+");
                waived.add(line.substring(0, line.indexOf(':')));
            }
        }
        assertThat(missing).isEqualTo(waived);
    }

    private static void judge(RuleInfo rule, Action role, Set<String> missing) {
        String cell = role == Action.SEND ? rule.grid().send() : rule.grid().receive();
        boolean breaks = cell.contains("M");
        boolean breaking = false;
        boolean allowed = false;
        for (Path folder : cases(rule)) {
            List<Bump> impacts = findings(rule, folder)
                    .filter(finding ->
                            finding.role().equals("both") || finding.role().equals(role.label()))
                    .map(finding -> finding.impact().wire())
                    .toList();
            breaking |= breaks ? impacts.contains(Bump.MAJOR) : !impacts.isEmpty();
            allowed |= roles(folder).contains(role) && (breaks ? !impacts.contains(Bump.MAJOR) : impacts.isEmpty());
        }
        if (!breaking) {
            missing.add(rule.id() + " " + role.label() + " breaking");
        }
        if (!allowed) {
            missing.add(rule.id() + " " + role.label() + " allowed");
        }
    }

    private static List<Path> cases(RuleInfo rule) {
        return CaseFolders.all().stream()
                .filter(folder -> folder.startsWith(CaseFolders.ROOT.resolve(rule.id())))
                .toList();
    }

    private static Stream<Finding> findings(RuleInfo rule, Path folder) {
        return CaseFolders.check(folder).findings().stream()
                .filter(finding -> finding.rule().equals(rule.id()));
    }

    /** What the application does in a case; both where it does not say. */
    private static Set<Action> roles(Path folder) {
        Set<Action> actions = EnumSet.noneOf(Action.class);
        for (String name : List.of("old.yaml", "new.yaml")) {
            ACTION.matcher(CaseFolders.text(folder.resolve(name)))
                    .results()
                    .forEach(action -> actions.add(action.group(1).equals("send") ? Action.SEND : Action.RECEIVE));
        }
        return actions.isEmpty() ? EnumSet.allOf(Action.class) : actions;
    }

    @Test
    void each_folder_belongs_to_a_rule_and_says_why() {
        List<String> ids = Rules.all().stream().map(RuleInfo::id).toList();
        assertThat(CaseFolders.all()).allSatisfy(folder -> {
            assertThat(ids)
                    .contains(CaseFolders.ROOT.relativize(folder).getName(0).toString());
            assertThat(Files.readString(folder.resolve("README.md"))).isNotBlank();
        });
    }
}
