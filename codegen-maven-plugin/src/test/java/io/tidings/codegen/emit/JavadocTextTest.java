package io.tidings.codegen.emit;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidings.codegen.plan.Documentation;
import java.util.List;
import org.junit.jupiter.api.Test;

class JavadocTextTest {

    @Test
    void aParagraphEach() {
        assertThat(JavadocText.of("First.", new Documentation(List.of("One\nline.\n\nAnother.", "More.")))
                        .toString())
                .isEqualTo("First.\n\n<p>One line.\n\n<p>Another.\n\n<p>More.\n");
    }

    @Test
    void nothingMeansAnythingToJavadocOrTheCompiler() {
        assertThat(JavadocText.escape("*/ <b> &amp; {@link X} \\u002a $L"))
                .isEqualTo("&#42;/ &lt;b&gt; &amp;amp; &#123;&#64;link X&#125; &#92;u002a $L");
        assertThat(JavadocText.escape("a\u0000b\tc")).isEqualTo("a b c");
    }

    @Test
    void namesAreCodeIfTheyCanBe() {
        assertThat(JavadocText.code("a.b-c/d_1")).isEqualTo("{@code a.b-c/d_1}");
        assertThat(JavadocText.code("a}b")).isEqualTo("<code>a&#125;b</code>");
    }

    @Test
    void longLinesAreWrapped() {
        String text = JavadocText.of("word ".repeat(100)).toString();
        assertThat(text.lines()).allMatch(line -> line.length() <= 110).hasSizeGreaterThan(4);
    }
}
