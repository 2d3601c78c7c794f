package io.tidings.compat.regex;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidings.compat.regex.TextSearch.Outcome;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What is said of expressions is true of texts: by Java's matcher, on all short texts. */
class TextSearchTest {

    private static final long FIRST = Long.getLong("tidings.seed", 1);
    private static final int PAIRS = Integer.getInteger("tidings.pairs", 1_000);
    private static final List<String> TEXTS = texts("abc", 5);

    @Test
    void a_text_is_found_where_there_is_one() {
        int found = 0;
        int none = 0;
        for (long seed = FIRST; seed < FIRST + PAIRS; seed++) {
            Random random = new Random(seed);
            String wanted = expression(random, 3);
            String unwanted = random.nextBoolean() ? expression(random, 3) : varied(wanted, random);
            int least = random.nextInt(3) * random.nextInt(2);
            int most = random.nextBoolean() ? Integer.MAX_VALUE : least + random.nextInt(4);
            String context = "seed %d: %s, not %s, %d to %d".formatted(seed, wanted, unwanted, least, most);
            Pattern match = java(wanted);
            Pattern mismatch = java(unwanted);
            TextSearch.Result result = TextSearch.find(
                    List.of(Expression.of(wanted).orElseThrow()),
                    List.of(Expression.of(unwanted).orElseThrow()),
                    List.of("a", "cc"),
                    least,
                    most);
            assertThat(result.outcome()).as(context).isNotEqualTo(Outcome.UNKNOWN);
            List<String> tried = result.outcome() == Outcome.FOUND ? List.of(result.text()) : TEXTS;
            for (String text : tried) {
                boolean is = match.matcher(text).find()
                        && !mismatch.matcher(text).find()
                        && text.length() >= least
                        && text.length() <= most
                        && !List.of("a", "cc").contains(text);
                assertThat(is).as("%s: <%s>", context, text).isEqualTo(result.outcome() == Outcome.FOUND);
            }
            found += result.outcome() == Outcome.FOUND ? 1 : 0;
            none += result.outcome() == Outcome.NONE ? 1 : 0;
        }
        assertThat(found).isGreaterThan(PAIRS / 5);
        assertThat(none).isGreaterThan(PAIRS / 5);
    }

    @Test
    void expressions_find_what_java_finds() {
        for (long seed = FIRST; seed < FIRST + PAIRS / 4; seed++) {
            String text = expression(new Random(seed), 4);
            Expression expression = Expression.of(text).orElseThrow();
            Pattern pattern = java(text);
            for (String candidate : TEXTS) {
                assertThat(expression.finds(candidate))
                        .as("seed %d: %s in <%s>", seed, text, candidate)
                        .hasValue(pattern.matcher(candidate).find());
            }
        }
    }

    @Test
    void what_is_not_regular_is_not_decided() {
        for (String text : List.of(
                "(?=a)", "(?!a)", "(?<=a)", "(a)\\1", "\\k<x>", "\\p{L}", "(?i)a", "a++", "(", "[", "a{2,1}", "[b-a]",
                "*")) {
            assertThat(Expression.of(text)).as(text).isEmpty();
        }
        assertThat(Expression.of("\\bword\\b").orElseThrow().finds("a word")).isEmpty();
        assertThat(Expression.of("(a{1000}){1000}").orElseThrow().finds("a")).isEmpty();
    }

    @Test
    void characters_are_those_of_ecma_262() {
        for (String found : List.of("\u00a0", "\ufeff", "\u2003", "\t")) {
            assertThat(Expression.of("^\\s$").orElseThrow().finds(found)).hasValue(true);
        }
        assertThat(Expression.of("^\\d$").orElseThrow().finds("\u0661")).hasValue(false);
        assertThat(Expression.of("^.$").orElseThrow().finds("\ud83d\ude00")).hasValue(true);
        assertThat(Expression.of("^.$").orElseThrow().finds("\n")).hasValue(false);
        assertThat(Expression.of("^[\\u{1F600}-\\u{1F64F}]$").orElseThrow().finds("\ud83d\ude01"))
                .hasValue(true);
        assertThat(Expression.of("^[^]$").orElseThrow().finds("\n")).hasValue(true);
        assertThat(Expression.of("[]").orElseThrow().finds("a")).hasValue(false);
        assertThat(Expression.of("a$").orElseThrow().finds("a\n")).hasValue(false);
    }

    @Test
    void hard_ones_end() {
        Expression hard = Expression.of("^(a?){60}a{60}b$").orElseThrow();
        assertThat(hard.finds("a".repeat(5_000))).hasValue(false);
        Expression wide = Expression.of("(a|b)*a(a|b){40}c").orElseThrow();
        assertThat(TextSearch.find(List.of(wide), List.of(hard), List.of(), 0, 1_000)
                        .outcome())
                .isNotNull();
    }

    /** Java's end of the text is also what stands before the end of the last line, and it knows more of those. */
    private static Pattern java(String expression) {
        return Pattern.compile(expression.replace("$", "\\z").replace(".", "[^\\n\\r\\x{2028}\\x{2029}]"));
    }

    private static String expression(Random random, int depth) {
        StringBuilder out = new StringBuilder(random.nextInt(3) == 0 ? "" : "^");
        out.append(part(random, depth));
        return out.append(random.nextInt(3) == 0 ? "" : "$").toString();
    }

    private static String part(Random random, int depth) {
        if (depth == 0) {
            return List.of("a", "b", "c", "[ab]", "[^a]", ".", "\\w", "ab").get(random.nextInt(8));
        }
        String one = part(random, depth - 1);
        return switch (random.nextInt(8)) {
            case 0 -> "(" + one + "|" + part(random, depth - 1) + ")";
            case 1 -> "(?:" + one + ")*";
            case 2 -> "(" + one + ")+";
            case 3 -> "(" + one + ")?";
            case 4 -> "(" + one + "){1,2}";
            case 5 -> "(^" + one + "|" + part(random, depth - 1) + "$)";
            default -> one + part(random, depth - 1);
        };
    }

    private static String varied(String expression, Random random) {
        return random.nextBoolean()
                ? expression.replace('a', 'b')
                : expression.replace("[ab]", ".").replace("$", "");
    }

    private static List<String> texts(String letters, int longest) {
        List<String> texts = new ArrayList<>(List.of(""));
        for (int i = 0; i < texts.size() && texts.get(i).length() < longest; i++) {
            String text = texts.get(i);
            letters.chars().forEach(letter -> texts.add(text + (char) letter));
        }
        return texts;
    }
}
