package io.tidings.compat.regex;

import java.util.BitSet;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A regular expression that is understood. Immutable. */
public final class Expression {

    private final RegexPart whole;
    private final @Nullable Automaton automaton;

    private Expression(RegexPart whole) {
        this.whole = whole;
        this.automaton = Automaton.of(whole).orElse(null);
    }

    /** Empty where something is not understood: references back, looks around, properties of Unicode, errors. */
    public static Optional<Expression> of(String text) {
        return new RegexParser(text).parse().map(Expression::new);
    }

    /** What finds these texts and no others. */
    static Expression listing(Collection<String> texts) {
        List<RegexPart> all = texts.stream()
                .<RegexPart>map(text -> new RegexPart.Sequence(text.codePoints()
                        .<RegexPart>mapToObj(letter -> new RegexPart.Letter(CodePoints.one(letter)))
                        .toList()))
                .toList();
        return new Expression(
                new RegexPart.Sequence(List.of(RegexPart.Edge.START, new RegexPart.Choice(all), RegexPart.Edge.END)));
    }

    /** Whether it finds something in the text, in time linear in the text; empty where that is not known. */
    public Optional<Boolean> finds(String text) {
        if (automaton == null) {
            return Optional.empty();
        }
        BitSet states = automaton.begin();
        int at = 0;
        while (states != null && at < text.length()) {
            int letter = text.codePointAt(at);
            at += Character.charCount(letter);
            states = automaton.step(states, letter);
        }
        return Optional.of(automaton.accepts(states, text.isEmpty()));
    }

    /**
     * Texts in which it probably finds something: candidates, to be matched before anyone believes them. The same for every run.
     */
    public List<String> samples(int least, int most) {
        return RegexSamples.of(whole, least, most);
    }

    @Nullable Automaton automaton() {
        return automaton;
    }
}
