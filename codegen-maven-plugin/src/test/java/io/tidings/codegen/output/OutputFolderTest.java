package io.tidings.codegen.output;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidings.codegen.output.OutputFolder.Changes;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OutputFolderTest {

    @TempDir
    Path root;

    @Test
    void equalFilesAreNotWrittenAgain() throws IOException {
        OutputFolder folder = folder("default");
        assertThat(folder.replaceWith(List.of(new SourceFile("a/A.java", "a")))).isEqualTo(new Changes(1, 0, 0));
        FileTime longAgo = FileTime.fromMillis(1000);
        Files.setLastModifiedTime(root.resolve("a/A.java"), longAgo);

        assertThat(folder.replaceWith(List.of(new SourceFile("a/A.java", "a")))).isEqualTo(new Changes(0, 1, 0));

        assertThat(Files.getLastModifiedTime(root.resolve("a/A.java"))).isEqualTo(longAgo);
    }

    @Test
    void whatAFormerRunMadeIsDeletedAndItsEmptyFolders() throws IOException {
        folder("default").replaceWith(List.of(new SourceFile("a/A.java", "a"), new SourceFile("b/c/C.java", "c")));

        Changes changes = folder("default").replaceWith(List.of(new SourceFile("a/A.java", "a")));

        assertThat(changes).isEqualTo(new Changes(0, 1, 1));
        assertThat(root.resolve("b")).doesNotExist();
    }

    @Test
    void whatOthersMadeStays() throws IOException {
        Files.writeString(root.resolve("Mine.java"), "mine");
        folder("one").replaceWith(List.of(new SourceFile("One.java", "1")));

        folder("two").replaceWith(List.of(new SourceFile("Two.java", "2")));
        folder("two").replaceWith(List.of());

        assertThat(root.resolve("Mine.java")).exists();
        assertThat(root.resolve("One.java")).exists();
        assertThat(root.resolve("Two.java")).doesNotExist();
    }

    @Test
    void aManifestCannotNameFilesOutside() throws IOException {
        Path inside = root.resolve("in");
        OutputFolder folder = new OutputFolder(inside, "default", StandardCharsets.UTF_8);
        folder.replaceWith(List.of());
        Files.writeString(root.resolve("Precious.java"), "p");
        Files.writeString(inside.resolve(".tidings/default.files"), "../Precious.java\n");

        folder.replaceWith(List.of());

        assertThat(root.resolve("Precious.java")).exists();
    }

    private OutputFolder folder(String execution) {
        return new OutputFolder(root, execution, StandardCharsets.UTF_8);
    }
}
