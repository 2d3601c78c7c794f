package io.tidings.codegen.output;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class SourceTextTest {

    @Test
    void utf8StaysReadable() {
        assertThat(text("Zürich 😀", StandardCharsets.UTF_8)).isEqualTo("Zürich 😀");
    }

    @Test
    void halfACharacterBecomesAnEscape() {
        assertThat(text("a\ud83db", StandardCharsets.UTF_8)).isEqualTo("a\\ud83db");
        assertThat(text("a\ude00", StandardCharsets.UTF_8)).isEqualTo("a\\ude00");
    }

    @Test
    void elsewhereEverythingIsAscii() {
        assertThat(text("ü😀", StandardCharsets.ISO_8859_1)).isEqualTo("\\u00fc\\ud83d\\ude00");
        assertThat(text("ü", null)).isEqualTo("\\u00fc");
    }

    private static String text(String content, @Nullable Charset encoding) {
        return new String(SourceText.bytes(content, encoding), StandardCharsets.UTF_8);
    }
}
