package io.tidings.codegen;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * One document gives the same bytes wherever and whenever it is generated: in another folder, time zone, language, on a system
 * with other line ends and another encoding, with another order in hashed sets, and on another JDK.
 */
class DeterminismTest {

    private static final int RANDOM_DOCUMENTS = 5;
    private static final long MINUTES = 5;

    @TempDir
    static Path folder;

    private static Path documents = Path.of("");
    private static Map<String, String> here = Map.of();

    @BeforeAll
    static void generateHere() throws IOException {
        documents = Files.createDirectories(folder.resolve("documents"));
        for (Case test : Case.all()) {
            copy(test.folder(), documents.resolve(test.name()));
        }
        for (long seed = 1; seed <= RANDOM_DOCUMENTS; seed++) {
            RandomDocument.write(seed, documents.resolve("random" + seed));
        }
        Path out = folder.resolve("here");
        SourcesOf.main(new String[] {documents.toString(), out.toString()});
        here = contents(out);
        assertThat(here).hasSizeGreaterThan(100);
    }

    @Test
    void anotherTimeZoneLanguageEncodingLineEndFolderAndOrderOfHashesChangeNothing() throws Exception {
        Path moved = folder.resolve("an other place").resolve("gr\u00FC\u00DFe");
        copy(documents, moved);
        List<String> options = List.of(
                "-Duser.timezone=Asia/Kathmandu",
                "-Duser.language=tr",
                "-Duser.country=TR",
                "-Dfile.encoding=ISO-8859-1",
                "-Dline.separator=\r\n",
                "-XX:+UnlockExperimentalVMOptions",
                "-XX:hashCode=2");
        assertSame(Path.of(System.getProperty("java.home")), options, moved);
    }

    @Test
    void digitsOfAnotherScriptChangeNothing() throws Exception {
        List<String> options = List.of(
                "-Duser.language=ar",
                "-Duser.country=EG",
                "-Duser.extensions=u-nu-arab",
                "-Duser.timezone=America/St_Johns");
        assertSame(Path.of(System.getProperty("java.home")), options, documents);
    }

    @Test
    void anotherJdkChangesNothing() throws Exception {
        Optional<Path> jdk = NewerJdk.home();
        assumeThat(jdk).as("JAVA_HOME_25_X64, or the like").isPresent();
        assertSame(jdk.orElseThrow(), List.of(), documents);
    }

    private static void assertSame(Path jdk, List<String> options, Path documents) throws Exception {
        Path out = Files.createTempDirectory(folder, "there");
        List<String> command =
                new ArrayList<>(List.of(jdk.resolve("bin").resolve("java").toString(), "-XX:TieredStopAtLevel=1"));
        command.addAll(options);
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), SourcesOf.class.getName()));
        command.addAll(List.of(documents.toString(), out.toString()));
        run(command);
        Map<String, String> there = contents(out);
        assertThat(there.keySet()).isEqualTo(here.keySet());
        List<String> different = new ArrayList<>();
        here.forEach((path, content) -> {
            String other = there.getOrDefault(path, "");
            if (!other.equals(content)) {
                different.add(path + ": " + firstDifference(content, other));
            }
        });
        assertThat(different).as("files that differ with %s", options).isEmpty();
    }

    private static String firstDifference(String one, String other) {
        int at = 0;
        while (at < Math.min(one.length(), other.length()) && one.charAt(at) == other.charAt(at)) {
            at++;
        }
        return one.substring(at).lines().findFirst().orElse("") + " | "
                + other.substring(at).lines().findFirst().orElse("");
    }

    private static void run(List<String> command) throws Exception {
        Path log = Files.createTempFile(folder, "log", null);
        Process process = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        try {
            assertThat(process.waitFor(MINUTES, TimeUnit.MINUTES)).as("it ends").isTrue();
            assertThat(process.exitValue()).as(() -> read(log)).isZero();
        } finally {
            process.destroyForcibly();
        }
    }

    private static String read(Path file) {
        try {
            return new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    /** Bytes as text that shows where they differ. */
    private static Map<String, String> contents(Path root) throws IOException {
        Map<String, String> contents = new TreeMap<>();
        try (Stream<Path> files = Files.walk(root)) {
            files.filter(Files::isRegularFile)
                    .forEach(file -> contents.put(root.relativize(file).toString(), read(file)));
        }
        return contents;
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.filter(Files::isRegularFile)
                    .filter(file -> file.toString().matches(".*\\.(yaml|json|avsc)"))
                    .toList()) {
                Path copy = to.resolve(from.relativize(file).toString());
                Files.createDirectories(copy.getParent());
                Files.copy(file, copy);
            }
        }
    }
}
