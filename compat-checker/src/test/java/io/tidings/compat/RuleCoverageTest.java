package io.tidings.compat;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidings.compat.rule.RuleInfo;
import io.tidings.compat.rule.Rules;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Each rule has its folder of cases, with one in which it speaks and one in which it does not. */
class RuleCoverageTest {

    @TestFactory
    Stream<DynamicTest> each_rule_speaks_in_one_case_and_is_silent_in_another() {
        List<Path> cases = CaseFolders.all();
        return Rules.all().stream()
                .map(rule -> DynamicTest.dynamicTest(rule.id(), () -> {
                    List<Boolean> speaks = cases.stream()
                            .filter(folder -> folder.startsWith(CaseFolders.ROOT.resolve(rule.id())))
                            .map(folder -> CaseFolders.check(folder).findings().stream()
                                    .anyMatch(finding -> finding.rule().equals(rule.id())))
                            .toList();
                    assertThat(speaks).contains(true, false);
                }));
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
