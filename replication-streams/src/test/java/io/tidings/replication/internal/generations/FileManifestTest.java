package io.tidings.replication.internal.generations;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileManifestTest {

    @TempDir
    @SuppressWarnings("NullAway.Init") // set by JUnit
    private Path directory;

    private final Shape shape =
            new Shape("12ab", "streams", true, "{\"name\":\"Größe = #1\"}", List.of("a|b", "c:d"), List.of());

    @Test
    void whatWasWrittenIsRead() {
        FileManifest file = new FileManifest(directory.resolve("deep/View.properties"));
        assertThat(file.read()).isEqualTo(Manifest.NONE);
        Manifest manifest = new Manifest(
                Generation.of("View", shape, 0),
                Generation.of("View", shape, 3),
                12,
                List.of(Generation.of("View", shape, 1), Generation.of("View", shape, 2)),
                34,
                true,
                Set.of("cafe", "beef"),
                Set.of("beef"));

        file.write(manifest);
        file.write(manifest);

        assertThat(new FileManifest(directory.resolve("deep/View.properties")).read())
                .isEqualTo(manifest);
    }

    @Test
    void whatIsDamagedIsPutAside() throws Exception {
        Path path = directory.resolve("View.properties");
        FileManifest file = new FileManifest(path);
        file.write(Manifest.NONE.sweeping(true));
        Files.writeString(path, Files.readString(path).replace("format=1", "format=2"));

        assertThat(file.read()).isEqualTo(Manifest.NONE);
        assertThat(directory.resolve("View.properties.damaged")).exists();
        file.write(Manifest.NONE);
        assertThat(file.read()).isEqualTo(Manifest.NONE);
    }
}
