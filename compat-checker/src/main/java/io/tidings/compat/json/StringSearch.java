package io.tidings.compat.json;

import io.tidings.compat.json.Answer.Found;
import io.tidings.compat.json.Answer.Unknown;
import io.tidings.compat.json.Formula.Atom;
import io.tidings.compat.json.Formula.Matches;
import io.tidings.compat.json.Formula.Measure;
import io.tidings.compat.json.Formula.Values;
import io.tidings.compat.regex.TextSearch;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Looks for a string of some length that matches some patterns and not others: by trying, then by comparing the patterns. */
final class StringSearch {

    private static final List<String> USUAL =
            List.of("a", "A", "0", "", "-", " ", "ab", "aB3", "a b", "2020-01-01", "#", "é", "\u4e2d");

    private final Search search;
    private final int least;
    private final int most;
    private final List<Matches> match = new ArrayList<>();
    private final List<Matches> mismatch = new ArrayList<>();
    private final List<Values> excluded = new ArrayList<>();

    StringSearch(Search search, Holding holding, List<Atom> fails) {
        this.search = search;
        Range range = Range.of(Measure.LENGTH, holding, fails);
        this.least = range.fewest();
        this.most = range.largest();
        match.addAll(holding.all(Matches.class));
        for (Atom atom : fails) {
            if (atom instanceof Matches matches) {
                mismatch.add(matches);
            } else if (atom instanceof Values values) {
                excluded.add(values);
            }
        }
    }

    Answer find() {
        if (least > most) {
            return Answer.none();
        }
        if (least >= Range.MANY) {
            return new Unknown("minLength", "");
        }
        return match.isEmpty() && mismatch.isEmpty() ? any() : tried();
    }

    /** There are more strings of a length than can be excluded, unless the length is zero. */
    private Answer any() {
        if (most == 0) {
            return good("") ? new Found("") : Answer.none();
        }
        int length = Math.max(least, 1);
        int many = excluded.stream().mapToInt(values -> values.values().size()).sum();
        for (int i = 0; i <= many; i++) {
            String text = numbered(i, length);
            if (text.length() <= most && good(text)) {
                return new Found(text);
            }
        }
        return new Unknown("enum", "");
    }

    /** One string for each number, of at least this length. */
    private static String numbered(int number, int length) {
        StringBuilder text = new StringBuilder();
        for (int rest = number; rest > 0; rest /= 26) {
            text.insert(0, (char) ('a' + rest % 26));
        }
        while (text.length() < length) {
            text.insert(0, 'a');
        }
        return text.toString();
    }

    private Answer tried() {
        List<String> candidates = new ArrayList<>(USUAL);
        for (Matches matches : match) {
            candidates.addAll(search.fits().samples(matches.pattern(), least, most));
        }
        for (Matches matches : mismatch) {
            candidates.addAll(search.fits().samples(matches.pattern(), least, most));
        }
        for (String candidate : List.copyOf(candidates)) {
            int length = candidate.codePointCount(0, candidate.length());
            if (length < least) {
                String end = candidate.isEmpty() ? "a" : candidate.substring(candidate.length() - 1);
                candidates.add(candidate + end.repeat(least - length));
                candidates.add(candidate + "a".repeat(least - length));
            }
        }
        for (String candidate : candidates) {
            if (good(candidate)) {
                return new Found(candidate);
            }
        }
        return compared();
    }

    /** None of those that come to mind: then whether there is one at all. */
    private Answer compared() {
        Set<String> none = new HashSet<>();
        excluded.forEach(values -> values.values().forEach(value -> {
            if (value instanceof String text) {
                none.add(text);
            }
        }));
        TextSearch.Result result = search.fits()
                .text(
                        match.stream().map(Matches::pattern).toList(),
                        mismatch.stream().map(Matches::pattern).toList(),
                        none,
                        least,
                        most);
        return switch (result.outcome()) {
            case NONE -> Answer.none();
            case FOUND -> good(result.text()) ? new Found(result.text()) : new Unknown("pattern", "");
            case UNKNOWN -> new Unknown("pattern", "");
        };
    }

    private boolean good(String text) {
        int length = text.codePointCount(0, text.length());
        return length >= least
                && length <= most
                && match.stream().allMatch(matches -> finds(matches, text) == Truth.TRUE)
                && mismatch.stream().allMatch(matches -> finds(matches, text) == Truth.FALSE)
                && excluded.stream().noneMatch(values -> values.values().contains(text));
    }

    private Truth finds(Matches matches, String text) {
        return search.fits().pattern(matches.pattern()).finds(text);
    }
}
