package io.tidings.compat.version;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidings.compat.rule.Bump;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class VersionStepTest {

    @ParameterizedTest
    @CsvSource({
        "1.2.3, 1.2.3, NONE",
        "1.2.3, 1.2.2, NONE",
        "1.2.3, 1.2.4, PATCH",
        "1.2.3, 1.3.0, MINOR",
        "1.2.3, 2.0.0, MAJOR",
        "0.1.0, 0.1.1, MINOR",
        "0.1.0, 0.2.0, MAJOR",
        "0.9.0, 1.0.0, MAJOR",
        "1.2.3, 2.0.0-rc.1, MAJOR",
        "2.0.0-rc.1, 2.0.0-rc.2, MAJOR",
        "2.0.0-rc.1, 2.0.0, MAJOR",
        "1.3.0-rc.1, 1.3.0, MINOR",
        "1.3.1-rc.1, 1.3.1, PATCH",
        "1.0.0+1, 1.0.0+2, NONE"
    })
    void declares(String from, String to, Bump declared) {
        assertThat(new VersionStep(version(from), version(to)).declares()).isEqualTo(declared);
    }

    @ParameterizedTest
    @CsvSource({
        "1.2.3, NONE, 1.2.3",
        "1.2.3, PATCH, 1.2.4",
        "1.2.3, MINOR, 1.3.0",
        "1.2.3, MAJOR, 2.0.0",
        "0.1.2, MINOR, 0.1.3",
        "0.1.2, MAJOR, 0.2.0",
        "2.0.0-rc.1, MAJOR, 2.0.0",
        "2.1.0-rc.1, MAJOR, 3.0.0"
    })
    void next(String from, Bump required, String next) {
        assertThat(VersionStep.next(version(from), required)).isEqualTo(version(next));
    }

    /** The example of semver.org, 11.4. */
    @Test
    void precedence() {
        List<String> ordered = List.of(
                "1.0.0-alpha",
                "1.0.0-alpha.1",
                "1.0.0-alpha.beta",
                "1.0.0-beta",
                "1.0.0-beta.2",
                "1.0.0-beta.11",
                "1.0.0-rc.1",
                "1.0.0",
                "2.0.0",
                "2.1.0",
                "2.1.1");
        List<String> sorted = Stream.of(11, 3, 7, 1, 9, 5, 10, 2, 8, 4, 6)
                .map(i -> version(ordered.get(i - 1)))
                .sorted()
                .map(SemanticVersion::toString)
                .collect(Collectors.toList());
        assertThat(sorted).isEqualTo(ordered);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "1", "1.0", "v1.0.0", "1.0.0.0", "01.0.0", "1.0.0-", "1.0.0-01", "1.0.0 ", "latest"})
    void not_semantic(String text) {
        assertThat(SemanticVersion.parse(text)).isEmpty();
    }

    @Test
    void numbers_may_be_longer_than_any_machine_word() {
        assertThat(version("99999999999999999999999.0.0")).isGreaterThan(version("99999999999999999999998.9.9"));
    }

    private static SemanticVersion version(String text) {
        return SemanticVersion.parse(text).orElseThrow();
    }
}
