package io.tidings.codegen.output;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OutputFolderTest {

    @TempDir
    Path temporary;

    private Path root = Path.of("");
    private OutputFolder folder = new OutputFolder(root, null);

    @BeforeEach
    void setUp() {
        root = temporary.resolve("root");
        folder = new OutputFolder(root, StandardCharsets.UTF_8);
    }

    @Test
    void equalFilesAreNotWrittenAgain() throws IOException {
        assertThat(folder.write(new SourceFile("a/A.java", "a"))).isTrue();
        FileTime longAgo = FileTime.fromMillis(1000);
        Files.setLastModifiedTime(root.resolve("a/A.java"), longAgo);

        assertThat(folder.write(new SourceFile("a/A.java", "a"))).isFalse();

        assertThat(Files.getLastModifiedTime(root.resolve("a/A.java"))).isEqualTo(longAgo);
        assertThat(folder.write(new SourceFile("a/A.java", "b"))).isTrue();
        assertThat(root.resolve("a/A.java")).hasContent("b");
    }

    @Test
    void emptyFoldersGoWithTheirLastFile() throws IOException {
        folder.write(new SourceFile("a/A.java", "a"));
        folder.write(new SourceFile("a/b/c/C.java", "c"));

        assertThat(folder.delete(List.of("a/b/c/C.java", "a/b/NeverThere.java")))
                .isEqualTo(1);

        assertThat(root.resolve("a/b")).doesNotExist();
        assertThat(root.resolve("a/A.java")).exists();
    }

    @Test
    void onlySourcesWithinAreDeleted() throws IOException {
        folder.write(new SourceFile("a/A.java", "a"));
        Path precious = Files.writeString(temporary.resolve("Precious.java"), "p");
        Path letter = Files.writeString(root.resolve("letter.txt"), "l");

        assertThat(folder.delete(List.of("../Precious.java", precious.toString(), "letter.txt")))
                .isZero();

        assertThat(precious).exists();
        assertThat(letter).exists();
    }
}
