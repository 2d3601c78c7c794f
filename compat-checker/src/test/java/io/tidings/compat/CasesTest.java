package io.tidings.compat;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Judges each case. {@code -Dtidings.recreate=true} writes what is expected anew, for review. */
class CasesTest {

    @TestFactory
    Stream<DynamicTest> cases() {
        return CaseFolders.all().stream()
                .map(folder -> DynamicTest.dynamicTest(
                        CaseFolders.ROOT.relativize(folder).toString(), () -> judge(folder)));
    }

    private static void judge(Path folder) throws Exception {
        String found = CaseFolders.describe(CaseFolders.check(folder));
        Path expected = folder.resolve("expected.findings");
        if (Boolean.getBoolean("tidings.recreate")) {
            Files.writeString(expected, found);
        }
        assertThat(found).isEqualTo(Files.readString(expected));
    }
}
