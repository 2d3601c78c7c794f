package io.tidings.asyncapi.source;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidings.asyncapi.source.Node.ObjectNode;
import io.tidings.asyncapi.source.Node.ScalarNode;
import java.math.BigDecimal;
import java.math.BigInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SourceReaderTest {
    private final SourceReader reader = new SourceReader(SourceLimits.DEFAULT);

    @ParameterizedTest
    @ValueSource(strings = {"yes", "no", "on", "off", "y", "2020-01-01", "0x", "1_000", "3.0.0", "1e", "=", "0b1"})
    void plainTextsOfYaml12(String text) {
        assertThat(scalar("v: " + text)).isEqualTo(text);
    }

    @Test
    void plainValuesOfYaml12() {
        assertThat(scalar("v: 0o17")).isEqualTo(BigInteger.valueOf(15));
        assertThat(scalar("v: 0x1F")).isEqualTo(BigInteger.valueOf(31));
        assertThat(scalar("v: -12")).isEqualTo(BigInteger.valueOf(-12));
        assertThat(scalar("v: 012")).isEqualTo(BigInteger.valueOf(12));
        assertThat(scalar("v: 1.50")).isEqualTo(new BigDecimal("1.50"));
        assertThat(scalar("v: .inf")).isEqualTo(Double.POSITIVE_INFINITY);
        assertThat(scalar("v: True")).isEqualTo(true);
        assertThat(scalar("v: ~")).isNull();
        assertThat(scalar("v: ")).isNull();
        assertThat(scalar("v: '12'")).isEqualTo("12");
        assertThat(scalar("v: !!str 12")).isEqualTo("12");
        assertThat(scalar("v: !!int '12'")).isEqualTo(BigInteger.valueOf(12));
    }

    @Test
    void pointersAreEscaped() {
        ObjectNode root = read("a.yaml", "a/b: {'c~d': [x, {e: 1}]}");
        Node list = root.object("a/b").flatMap(o -> o.get("c~d")).orElseThrow();
        assertThat(list.pointer()).isEqualTo("/a~1b/c~0d");
        assertThat(Pointers.tokens(list.pointer())).containsExactly("a/b", "c~d");
        assertThat(((Node.ArrayNode) list).items().get(1).pointer()).isEqualTo("/a~1b/c~0d/1");
    }

    @Test
    void columnsCountAsEditorsDo() {
        ObjectNode root = read("a.yaml", "{'😀': x, b: y}");
        assertThat(root.locationOf("b")).isEqualTo(new Location("a.yaml", 1, 14));
    }

    @Test
    void aCarriageReturnAloneEndsALine() {
        assertThat(LineBreaks.behind("a", "1\r2\r\n3\nxy")).isEqualTo(new Location("a", 4, 3));
        SourceFile file = reader.readText("a.yaml", "a: 1\rb: \u0001");
        assertThat(file.problems()).first().extracting(SourceProblem::location).isEqualTo(new Location("a.yaml", 2, 4));
    }

    @Test
    void mergeKeysGiveWay() {
        ObjectNode root = read("a.yaml", "base: &b {x: 1, y: 2}\nmore: &m {y: 4, z: 5}\nv: {<<: [*b, *m], x: 3}\n");
        ObjectNode merged = root.object("v").orElseThrow();
        assertThat(merged.members().keySet()).containsExactly("x", "y", "z");
        assertThat(((ScalarNode) merged.get("x").orElseThrow()).value()).isEqualTo(BigInteger.valueOf(3));
        assertThat(((ScalarNode) merged.get("y").orElseThrow()).value()).isEqualTo(BigInteger.valueOf(2));
        assertThat(merged.get("y").orElseThrow().pointer()).isEqualTo("/v/y");
        assertThat(merged.get("y").orElseThrow().location().line()).isEqualTo(1);
    }

    @Test
    void jsonKeepsPlacesAndLetsCommentsPass() {
        ObjectNode root = read("a.avsc", "{ // note\n  \"a\": [1, 2.5, \"\\ud83d\\ude00\"]\n}");
        assertThat(root.locationOf("a")).isEqualTo(new Location("a.avsc", 2, 8));
        assertThat(root.array("a").orElseThrow().items())
                .extracting(item -> ((ScalarNode) item).value())
                .containsExactly(BigInteger.ONE, new BigDecimal("2.5"), "😀");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{", "{\"a\"", "[1,]", "{\"a\": 1} x", "\"open", "{\"a\": 01}", "nul"})
    void malformedJsonIsOneProblem(String text) {
        SourceFile file = reader.readText("a.json", text);
        assertThat(file.root()).isEmpty();
        assertThat(file.problems())
                .hasSize(1)
                .first()
                .extracting(SourceProblem::code)
                .isEqualTo("json-syntax");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a: [",
                "a: 'x",
                "a: {b",
                "a: @x",
                "a: \"\\q\"",
                "a: b: c",
                "- a\nb: c",
                "a: \u0001",
                "%YAML 9.0\n---\na"
            })
    void malformedYamlIsOneProblem(String text) {
        SourceFile file = reader.readText("a.yaml", text);
        assertThat(file.root()).isEmpty();
        assertThat(file.problems())
                .hasSize(1)
                .first()
                .extracting(SourceProblem::code)
                .isEqualTo("yaml-syntax");
    }

    private ObjectNode read(String file, String text) {
        return (ObjectNode) reader.readText(file, text).root().orElseThrow();
    }

    private @org.jspecify.annotations.Nullable Object scalar(String text) {
        return ((ScalarNode) read("a.yaml", text).get("v").orElseThrow()).value();
    }
}
