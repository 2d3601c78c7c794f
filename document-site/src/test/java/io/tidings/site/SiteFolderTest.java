package io.tidings.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SiteFolderTest {
    private static final FileTime LONG_AGO = FileTime.fromMillis(0);

    @TempDir
    private Path folder;

    @Test
    void equalFilesStayUntouched() throws IOException {
        write("a.html", "one");
        Files.setLastModifiedTime(folder.resolve("a.html"), LONG_AGO);
        write("a.html", "one");
        assertThat(Files.getLastModifiedTime(folder.resolve("a.html"))).isEqualTo(LONG_AGO);
        write("a.html", "two");
        assertThat(folder.resolve("a.html")).hasContent("two");
    }

    @Test
    void whatARemovedDocumentLeftIsDeletedAndNothingElse() throws IOException {
        write("old.html", Documents.page(Documents.shipping()));
        Files.writeString(folder.resolve("mine.html"), "<h1>Mine</h1>");
        Files.write(folder.resolve("binary.html"), new byte[] {(byte) 0xff, (byte) 0xfe, 0});
        write("new.html", "new");
        assertThat(folder).isDirectoryNotContaining("glob:**old.html");
        assertThat(folder.resolve("mine.html")).exists();
        assertThat(folder.resolve("binary.html")).exists();
    }

    private void write(String name, String content) throws IOException {
        new SiteFolder(folder).write(List.of(new SitePage(name, content)));
    }
}
