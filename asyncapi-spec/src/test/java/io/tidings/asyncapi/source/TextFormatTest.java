package io.tidings.asyncapi.source;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidings.asyncapi.source.Node.ArrayNode;
import io.tidings.asyncapi.source.Node.Member;
import io.tidings.asyncapi.source.Node.ObjectNode;
import io.tidings.asyncapi.source.Node.ScalarNode;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is written reads as the same tree, and looks as a person would write it. */
class TextFormatTest {
    private static final Location NOWHERE = Location.startOf("made");
    private static final SourceReader READER = new SourceReader(SourceLimits.DEFAULT);

    @Test
    void yamlAsAPersonWouldWriteIt() {
        String text = """
                asyncapi: 3.0.0
                info:
                  title: Orders & more
                  version: '1.10'
                  description: |
                    # Orders

                    A line break\040\040
                    of Markdown: kept.
                tags:
                  - name: a
                    description: it's plain
                  - name: 'b: c'
                  - - 1
                    - 2.50
                    - 1E+3
                  - []
                channels: {}
                'on': |-
                  two
                  lines
                /a/{b}: '#/c'
                none: null
                """;
        assertThat(TextFormat.YAML.write(read("a.yaml", text))).isEqualTo(text);
    }

    @Test
    void jsonIsIndentedByTwo() {
        Node tree = read("a.yaml", "a: {b: [1, 2.0, 'x\"y', null, true, .inf], c: {}, d: []}\n");
        assertThat(TextFormat.JSON.write(tree)).isEqualTo("""
                        {
                          "a": {
                            "b": [
                              1,
                              2.0,
                              "x\\"y",
                              null,
                              true,
                              "Infinity"
                            ],
                            "c": {},
                            "d": []
                          }
                        }
                        """);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "yes",
                "No",
                "on",
                "OFF",
                "y",
                "N",
                "true",
                "False",
                "null",
                "Null",
                "~",
                "",
                "1",
                "1.0",
                "-1",
                "+1",
                "1e3",
                "1E-3",
                ".5",
                "1.",
                "0777",
                "0o17",
                "0x1F",
                "0b11",
                "1_000",
                "12:30",
                "1:30:45.5",
                ".inf",
                "-.INF",
                ".NaN",
                "2024-01-01",
                "2024-1-1 10:00:00",
                "2024-01-01T10:00:00Z",
                " a",
                "a ",
                "a: b",
                "a #b",
                "a:",
                "- a",
                "-",
                "? a",
                ": a",
                "#a",
                "&a",
                "*a",
                "!a",
                "|",
                ">",
                "'a",
                "\"a",
                "%a",
                "@a",
                "`a",
                "[a",
                "]a",
                "{a",
                "}a",
                ",a",
                "---",
                "--- a",
                "...",
                "<<",
                "=",
                "a\tb",
                "a\u0085b",
                "\uFEFFa",
                "a\u0000b"
            })
    void quotedWhereAReaderWouldMistakeIt(String text) {
        String yaml = TextFormat.YAML.write(tree(text)).substring("x: ".length());
        assertThat(yaml).matches("(?s)['\"].*['\"]\n");
        assertThat(same(read("a.yaml", TextFormat.YAML.write(tree(text))), tree(text)))
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1.0.0",
                "3.1.0",
                "a:b",
                "a#b",
                "http://example.com/a?b=c#d",
                "it's",
                "say \"hi\"",
                "-a",
                "?a",
                ":a",
                "$message.header#/id",
                "orders/{id}",
                "no way",
                "yesterday",
                "01-02",
                "2024-01",
                "a, b",
                "a [b] {c}",
                "caf\u00e9",
                "\uD83D\uDE80 rocket",
                "application/json; charset=utf-8",
                "12:61",
                "1.2.3.4:9092",
                "x\u00a0y"
            })
    void plainWhereNobodyWouldMistakeIt(String text) {
        String yaml = TextFormat.YAML.write(tree(text));
        assertThat(yaml).isEqualTo("x: " + text + "\n");
        assertThat(same(read("a.yaml", yaml), tree(text))).isTrue();
    }

    @ParameterizedTest
    @EnumSource(TextFormat.class)
    void readsBackAsTheSameTree(TextFormat format) {
        long seed = Long.getLong("tidings.seed", System.nanoTime());
        Random random = new Random(seed);
        for (int i = 0; i < 3_000; i++) {
            Node tree = random(random, format, 4);
            String text = format.write(tree);
            SourceFile file = READER.readText(format == TextFormat.JSON ? "a.json" : "a.yaml", text);
            assertThat(file.root().filter(root -> same(root, tree)))
                    .as("-Dtidings.seed=%d, round %d: %s\n%s", seed, i, file.problems(), text)
                    .isPresent();
            assertThat(format.write(file.root().orElseThrow())).isEqualTo(text);
        }
    }

    @Test
    void theNameOfAFileSaysItsFormat() {
        assertThat(TextFormat.of(Path.of("a.JSON"))).isEqualTo(TextFormat.JSON);
        assertThat(TextFormat.of(Path.of("a.yml"))).isEqualTo(TextFormat.YAML);
    }

    private static final List<String> PIECES = List.of(
            " ",
            "\n",
            "\n\n",
            "\t",
            ": ",
            " #",
            "- ",
            "a",
            "yes",
            "1",
            ".",
            "'",
            "\"",
            "\\",
            "#",
            "-",
            ":",
            "{",
            "[",
            "|",
            "\u00e9",
            "\uD83D\uDE80",
            "\u2028",
            "\r",
            "\u0007",
            "e",
            "x",
            "0",
            "%",
            "&",
            "*",
            "word");

    private static Node random(Random random, TextFormat format, int depth) {
        int kind = random.nextInt(depth == 0 ? 6 : 10);
        if (kind >= 8) {
            List<Node> items = new ArrayList<>();
            for (int i = random.nextInt(4); i > 0; i--) {
                items.add(random(random, format, depth - 1));
            }
            return new ArrayNode(NOWHERE, "", items);
        }
        if (kind >= 6) {
            Map<String, Member> members = new LinkedHashMap<>();
            for (int i = random.nextInt(4); i > 0; i--) {
                String name = random.nextInt(50) == 0 ? "k".repeat(1_100) : text(random);
                members.put(name, new Member(name, NOWHERE, random(random, format, depth - 1)));
            }
            return new ObjectNode(NOWHERE, "", members);
        }
        return scalar(
                switch (kind) {
                    case 0 -> new BigInteger(80, random).subtract(BigInteger.ONE.shiftLeft(79));
                    case 1 -> new BigDecimal(new BigInteger(40, random), random.nextInt(40) - 20);
                    case 2 -> random.nextBoolean();
                    case 3 -> random.nextBoolean() || format == TextFormat.JSON ? null : Double.NEGATIVE_INFINITY;
                    default -> text(random);
                });
    }

    private static String text(Random random) {
        StringBuilder text = new StringBuilder();
        for (int i = random.nextInt(7); i > 0; i--) {
            text.append(PIECES.get(random.nextInt(PIECES.size())));
        }
        return text.toString();
    }

    private static ObjectNode tree(String text) {
        return new ObjectNode(NOWHERE, "", Map.of("x", new Member("x", NOWHERE, scalar(text))));
    }

    private static ScalarNode scalar(@Nullable Object value) {
        return new ScalarNode(NOWHERE, "", value);
    }

    private static Node read(String file, String text) {
        SourceFile source = READER.readText(file, text);
        assertThat(source.problems()).isEmpty();
        return source.root().orElseThrow();
    }

    /** Equal but for the places; a fraction without digits has no shorter form than one zero. */
    private static boolean same(Node a, Node b) {
        if (a instanceof ObjectNode left && b instanceof ObjectNode right) {
            return List.copyOf(left.members().keySet())
                            .equals(List.copyOf(right.members().keySet()))
                    && left.members().keySet().stream()
                            .allMatch(name -> same(
                                    left.get(name).orElseThrow(),
                                    right.get(name).orElseThrow()));
        }
        if (a instanceof ArrayNode left && b instanceof ArrayNode right) {
            return left.items().size() == right.items().size()
                    && java.util.stream.IntStream.range(0, left.items().size())
                            .allMatch(
                                    i -> same(left.items().get(i), right.items().get(i)));
        }
        if (!(a instanceof ScalarNode left) || !(b instanceof ScalarNode right)) {
            return false;
        }
        if (left.value() instanceof BigDecimal x && right.value() instanceof BigDecimal y) {
            return x.compareTo(y) == 0;
        }
        return java.util.Objects.equals(left.value(), right.value());
    }
}
