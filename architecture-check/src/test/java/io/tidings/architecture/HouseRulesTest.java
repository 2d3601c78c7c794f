package io.tidings.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What formatters and compilers cannot say; see CONTRIBUTING.md. */
class HouseRulesTest {

    private static final int CROWDED = 400;
    private static final Pattern EMPTY_WORDS = Pattern.compile(".*(Impl|Utils?|Manager|Helper)\\.java");
    private static final Pattern SLEEP = Pattern.compile("Thread\\.sleep\\(|TimeUnit\\.[A-Z]+\\.sleep\\(");

    @Test
    void everyPackageSaysWhatItIsAndIsNullMarked() {
        List<Path> folders = House.javaFiles().stream()
                .filter(file -> !House.isTest(file) && !House.name(file).contains("src/it/"))
                .map(Path::getParent)
                .distinct()
                .toList();
        assertThat(folders).isNotEmpty().allSatisfy(folder -> {
            Path description = folder.resolve("package-info.java");
            assertThat(Files.exists(description)).as(House.name(description)).isTrue();
            assertThat(House.read(description)).as(House.name(description)).contains("@NullMarked", "/**");
        });
    }

    @Test
    void noFileIsCrowded() {
        assertThat(House.javaFiles())
                .allSatisfy(file -> assertThat(House.read(file).lines().count())
                        .as(House.name(file))
                        .isLessThanOrEqualTo(CROWDED));
    }

    @Test
    void noNameIsEmptyOfMeaning() {
        assertThat(House.javaFiles())
                .noneMatch(file -> EMPTY_WORDS.matcher(file.toString()).matches());
    }

    @Test
    void noTestSleeps() {
        assertThat(House.javaFiles().stream()
                        .filter(House::isTest)
                        .filter(file -> !file.endsWith("HouseRulesTest.java")))
                .noneMatch(file -> SLEEP.matcher(House.read(file)).find());
    }
}
