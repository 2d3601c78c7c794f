package io.tidings.asyncapi;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidings.asyncapi.report.TextReport;
import io.tidings.asyncapi.source.TextFormat;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is written, bundled or converted reads as an equal model, positions aside, for every valid document. */
class RoundTripTest {
    @TempDir
    @SuppressWarnings("NullAway.Init") // JUnit sets it
    Path folder;

    @TestFactory
    Stream<DynamicTest> cases() {
        return Cases.all().stream()
                .map(Cases::document)
                .filter(file -> AsyncApi.read(file).valid())
                .map(file -> DynamicTest.dynamicTest(file.toString(), () -> check(file, folder)));
    }

    static void check(Path file, Path folder) throws IOException {
        written(file, Files.createTempDirectory(folder, "yaml").resolve("other.yaml"));
        written(file, Files.createTempDirectory(folder, "json").resolve("other.json"));
        converted(file, folder);
        bundled(file, folder);
    }

    @ParameterizedTest
    @ValueSource(strings = {"v2", "v3"})
    void bundlesHaveNoOtherFiles(String version) throws IOException {
        Path file = Path.of("src/test/resources/bundle", version, "asyncapi.yaml");
        String bundle = AsyncApi.bundle(file).text(TextFormat.YAML).orElseThrow();
        Path expected = file.resolveSibling("expected.yaml");
        if (Boolean.getBoolean("cases.recreate")) {
            Files.writeString(expected, bundle);
        }
        assertThat(bundle).isEqualTo(Files.readString(expected));
        bundled(file, folder);
    }

    private static void bundled(Path file, Path folder) throws IOException {
        Path copy = Files.createTempDirectory(folder, "bundled").resolve("other.yaml");
        assertThat(AsyncApi.bundle(file).write(copy)).isTrue();
        ReadResult result = AsyncApi.read(copy, ModelForm.ANYWHERE);
        assertThat(result.valid())
                .withFailMessage(() -> file + " bundled:\n" + TextReport.plain().of(List.of(result)))
                .isTrue();
        assertThat(result.sources()).as("%s bundled", file).containsExactly(copy);
        assertThat(ModelForm.of(copy)).as("%s bundled", file).isEqualTo(ModelForm.of(file));
    }

    private static void written(Path file, Path copy) throws IOException {
        var document = AsyncApi.read(file).document().orElseThrow();
        AsyncApi.write(document, copy);
        assertThat(ModelForm.of(copy)).as("%s written", file).isEqualTo(ModelForm.of(file));
        var again = AsyncApi.read(copy, ModelForm.ANYWHERE).document().orElseThrow();
        assertThat(AsyncApi.write(again, TextFormat.of(copy))).isEqualTo(Files.readString(copy));
    }

    private static void converted(Path file, Path folder) throws IOException {
        Rewritten converted = AsyncApi.convert(file);
        Path copy = Files.createTempDirectory(folder, "converted").resolve("other.yaml");
        assertThat(converted.write(copy)).isTrue();
        ReadResult result = AsyncApi.read(copy, ModelForm.ANYWHERE);
        assertThat(result.version()).contains("3.1.0");
        assertThat(result.valid())
                .withFailMessage(
                        () -> file + " converted:\n" + TextReport.plain().of(List.of(result)))
                .isTrue();
        assertThat(ModelForm.acrossVersions(copy)).as("%s converted", file).isEqualTo(ModelForm.acrossVersions(file));
    }
}
