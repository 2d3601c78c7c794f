package io.tidings.site;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidings.asyncapi.model.AsyncApiDocument;
import io.tidings.asyncapi.source.Node;
import io.tidings.asyncapi.source.Node.ScalarNode;
import io.tidings.asyncapi.source.Nodes;
import io.tidings.asyncapi.source.Pointers;
import io.tidings.asyncapi.source.TextFormat;
import java.nio.file.Path;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What strangers wrote is shown as they wrote it, and does nothing. */
class HostileTest {
    private static final Set<String> TEXTS = Set.of("description", "summary", "title", "doc", "deprecated");

    private static final String ATTACK = "\"'><script>alert(1)</script><img src=x onerror=alert(1)>\u202e";

    @TempDir
    private Path folder;

    /** The document that says everything, with markup in each of its texts and scripts in place of URLs. */
    static AsyncApiDocument hostile(Path folder) {
        Node root = Nodes.replace(Documents.payments().source(), node -> {
            String field = Pointers.last(node.pointer());
            if (node.text().isEmpty()) {
                return node;
            }
            if (field.equals("url")) {
                return new ScalarNode(node.location(), "", "JavaScript:alert(1)");
            }
            return TEXTS.contains(field) ? new ScalarNode(node.location(), "", ATTACK) : node;
        });
        return Documents.of(folder, TextFormat.JSON.write(root));
    }

    @Test
    void nothingOfItIsMarkup() {
        String page = Documents.page(hostile(folder));
        assertThat(page).contains("&lt;script&gt;alert(1)&lt;/script&gt;");
        assertThat(count(page, "<script")).isEqualTo(1);
        assertThat(page).doesNotContain("<img").doesNotContainPattern("(?i)href=\"\\s*javascript:");
        assertThat(page).doesNotContain("\u202e").contains("\\u202e");
    }

    @Test
    void namesMayBeHostileToo() {
        String page = Documents.page(Documents.of(folder, """
                asyncapi: 3.0.0
                info: {title: "</title><script>", version: '"><script>'}
                channels:
                  "\\"><script>":
                    address: "</svg><script>"
                    messages:
                      "<script>": {payload: {type: object, properties: {"</code><script>": {type: string, enum: ["<script>"]}}}}
                operations:
                  "' onload='": {action: send, channel: {$ref: '#/channels/"><script>'}}
                """));
        assertThat(count(page, "<script")).isEqualTo(1);
        assertThat(page).doesNotContain("' onload='").contains("&#39; onload=&#39;");
    }

    private static long count(String page, String part) {
        return Pattern.compile(Pattern.quote(part)).matcher(page).results().count();
    }
}
