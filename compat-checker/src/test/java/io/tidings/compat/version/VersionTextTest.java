package io.tidings.compat.version;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class VersionTextTest {

    @ParameterizedTest
    @CsvSource({
        "1.2.3, 1.2.3",
        "1.0, 1.0.0",
        "7, 7.0.0",
        "v1.2.3, 1.2.3",
        "V2, 2.0.0",
        "version 1.4, 1.4.0",
        "01.2.03, 1.2.3",
        "2024.01.05, 2024.1.5",
        "1.0-rc.1, 1.0.0-rc.1",
        "' 1.2.3 ', 1.2.3",
        "1.2.3.4,",
        "2024-01-01,",
        "2024-11,",
        "latest,",
        "'',",
        "1.2.3_beta,",
        "1.x,"
    })
    void meant(String text, String version) {
        assertThat(VersionText.of(text).meant().map(SemanticVersion::toString).orElse(null))
                .isEqualTo(version);
    }

    @ParameterizedTest
    @CsvSource({
        "'', empty",
        "2024-11-05, is a date",
        "' 1.0.0', blanks",
        "v1.0.0, letter",
        "1.2.3.4, more than three",
        "1.0, fewer than three",
        "1.02.3, begins with 0",
        "latest, no semantic version"
    })
    void flaw(String text, String says) {
        assertThat(VersionText.of(text).flaw()).contains(says);
    }
}
