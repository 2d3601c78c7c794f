package io.tidings.asyncapi.grammar;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Reads the kind of a field as {@link GrammarFile} writes it. */
final class KindNotation {
    private static final Map<String, Kind> PLAIN = Stream.of(Kind.Plain.values())
            .collect(Collectors.toMap(plain -> plain.name().toLowerCase(Locale.ROOT), Function.identity()));

    private final String text;
    private int at;

    KindNotation(String text) {
        this.text = text;
    }

    Kind read() {
        Kind kind = choice();
        if (at != text.length()) {
            throw new IllegalStateException("cannot read the kind '" + text + "' from character " + at + " on");
        }
        return kind;
    }

    private Kind choice() {
        List<Kind> kinds = new ArrayList<>();
        kinds.add(one());
        while (skip('|')) {
            kinds.add(one());
        }
        return kinds.size() == 1 ? kinds.get(0) : new Kind.Choice(kinds);
    }

    private Kind one() {
        if (skip('[')) {
            return closed(new Kind.ListOf(choice()), ']');
        }
        if (skip('{')) {
            return closed(new Kind.MapOf(choice(), false), '}');
        }
        if (skip('<')) {
            return closed(new Kind.MapOf(choice(), true), '>');
        }
        if (skip('"')) {
            int end = text.indexOf('"', at);
            Kind word = new Kind.Word(text.substring(at, end));
            at = end;
            return closed(word, '"');
        }
        int start = at;
        while (at < text.length() && Character.isLetterOrDigit(text.charAt(at))) {
            at++;
        }
        String name = text.substring(start, at);
        if (skip('^')) {
            return new Kind.Reference(name);
        }
        Kind plain = PLAIN.get(name);
        Kind kind = plain != null ? plain : new Kind.Described(name);
        return skip('&') ? new Kind.OrReference(kind) : kind;
    }

    private Kind closed(Kind kind, char end) {
        if (!skip(end)) {
            throw new IllegalStateException("the kind '" + text + "' lacks a '" + end + "'");
        }
        return kind;
    }

    private boolean skip(char c) {
        boolean found = at < text.length() && text.charAt(at) == c;
        at += found ? 1 : 0;
        return found;
    }
}
