package io.tidings.codegen;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is generated compiles on a newer JDK too, where there are more warnings, and each is an error. */
class CleanOnNewerJdkTest {

    private static final int RANDOM_DOCUMENTS = 8;

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(ints = {17, 25})
    void compilesWithoutAWarningForTheRelease(int release) throws Exception {
        Optional<Path> jdk = NewerJdk.home();
        assumeThat(jdk).as("JAVA_HOME_25_X64, or the like").isPresent();
        Map<String, String> sources = new TreeMap<>();
        for (Case test : Case.all()) {
            if (test.name().equals("replica")) {
                sources.putAll(test.sources());
            }
        }
        for (long seed = 1; seed <= RANDOM_DOCUMENTS; seed++) {
            sources.putAll(
                    RandomDocumentsTest.read(seed, folder.resolve("d" + seed)).sources());
        }
        assertThat(warnings(jdk.orElseThrow(), release, write(sources))).isEmpty();
    }

    private List<String> write(Map<String, String> sources) throws Exception {
        List<String> files = new ArrayList<>();
        for (Map.Entry<String, String> source : sources.entrySet()) {
            Path file = folder.resolve("src").resolve(source.getKey());
            Files.createDirectories(file.getParent());
            files.add(Files.writeString(file, source.getValue()).toString());
        }
        return files;
    }

    private String warnings(Path jdk, int release, List<String> files) throws Exception {
        List<String> arguments = new ArrayList<>(List.of("--release", String.valueOf(release)));
        arguments.addAll(List.of("-Xlint:all,-path", "-Werror", "-proc:none", "-encoding", "UTF-8"));
        arguments.addAll(List.of("-d", folder.resolve("classes").toString()));
        arguments.addAll(List.of("-cp", System.getProperty("java.class.path")));
        arguments.addAll(files);
        Path listed = Files.write(folder.resolve("arguments"), arguments);
        Path log = folder.resolve("log");
        Process compiler = new ProcessBuilder(
                        jdk.resolve("bin").resolve("javac").toString(), "@" + listed)
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        try {
            assertThat(compiler.waitFor(5, TimeUnit.MINUTES)).as("it ends").isTrue();
        } finally {
            compiler.destroyForcibly();
        }
        return compiler.exitValue() == 0 ? "" : "status " + compiler.exitValue() + "\n" + Files.readString(log);
    }
}
