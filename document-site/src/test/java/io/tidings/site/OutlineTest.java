package io.tidings.site;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidings.compat.baseline.Baseline;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/**
 * What a page shows and in which order, its markup apart: {@code outline.txt} beside the document. Re-create it with
 * {@code -Dsite.recreate=true}, then read what it wrote.
 */
class OutlineTest {
    private static final Pattern PART =
            Pattern.compile("<(h[1-4]|dt|dd|li|summary|article|section|p|pre)\\b([^>]*)>|([^<>]+)|<[^>]*>");
    private static final Pattern ID = Pattern.compile("id=\"([^\"]*)\"");

    @Test
    void everythingIsThere() throws IOException {
        String page = DocumentSite.of(
                        List.of(Documents.payments()),
                        List.of(Baseline.document("payments/old.yaml", Documents.FOLDER)))
                .pages()
                .get(0)
                .content();
        Path file = Documents.FOLDER.resolve("payments/outline.txt");
        String outline = outline(page);
        if (Boolean.getBoolean("site.recreate")) {
            Files.writeString(file, outline);
        }
        assertThat(outline).isEqualTo(Files.readString(file));
    }

    private static String outline(String page) {
        String main = page.substring(page.indexOf("<main"), page.indexOf("</main>"));
        StringBuilder out = new StringBuilder();
        Matcher part = PART.matcher(main);
        while (part.find()) {
            if (part.group(1) != null) {
                Matcher id = ID.matcher(part.group(2));
                out.append('\n').append(part.group(1)).append(id.find() ? "#" + id.group(1) : "");
            } else if (part.group(3) != null && !part.group(3).isBlank()) {
                out.append(' ').append(part.group(3).strip().replaceAll("\\s+", " "));
            }
        }
        return out.append('\n')
                .toString()
                .lines()
                .filter(line -> line.contains(" ") || line.contains("#"))
                .reduce("", (all, line) -> all + line + "\n");
    }

    @Test
    void noIdTwiceAndNoLinkIntoNothing() {
        String page = Documents.page(Documents.payments());
        List<String> ids =
                ID.matcher(page).results().map(result -> result.group(1)).toList();
        assertThat(ids).doesNotHaveDuplicates();
        assertThat(Pattern.compile("href=\"#([^\"]*)\"").matcher(page).results().map(result -> result.group(1)))
                .isSubsetOf(ids);
    }
}
