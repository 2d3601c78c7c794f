package io.tidings.asyncapi.grammar;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads the kind of a field as {@link GrammarFile} writes it. */
final class KindNotation {
    private static final Map<String, Kind> PLAIN = Stream.of(Kind.Plain.values())
            .collect(Collectors.toMap(plain -> plain.name().toLowerCase(Locale.ROOT), Function.identity()));
    private static final Pattern RANGE = Pattern.compile("(-?[0-9]+)?\\.\\.(-?[0-9]+)?");

    private final String text;
    private final Map<String, Kind> named;
    private int at;

    /**
     * @param named kinds that go by a name of their own
     */
    KindNotation(String text, Map<String, Kind> named) {
        this.text = text;
        this.named = named;
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
        Kind.Range range = range();
        return range != null ? range : name();
    }

    private Kind name() {
        int start = at;
        while (at < text.length() && Character.isLetterOrDigit(text.charAt(at))) {
            at++;
        }
        String name = text.substring(start, at);
        if (skip('^')) {
            return new Kind.Reference(name);
        }
        Kind plain = PLAIN.get(name);
        if (plain == Kind.Plain.STRING && skip('(')) {
            return closed(length(), ')');
        }
        Kind kind = named.getOrDefault(name, plain != null ? plain : new Kind.Described(name));
        return skip('&') ? new Kind.OrReference(kind) : kind;
    }

    private Kind length() {
        Kind.Range range = range();
        if (range == null) {
            throw new IllegalStateException("the kind '" + text + "' lacks a length such as 1..255");
        }
        return new Kind.Text(
                range.from() == null ? 0 : range.from().intValueExact(),
                range.to() == null ? Integer.MAX_VALUE : range.to().intValueExact());
    }

    private Kind.@Nullable Range range() {
        Matcher matcher = RANGE.matcher(text).region(at, text.length());
        if (!matcher.lookingAt()) {
            return null;
        }
        at = matcher.end();
        return new Kind.Range(bound(matcher.group(1)), bound(matcher.group(2)));
    }

    private static @Nullable BigInteger bound(@Nullable String digits) {
        return digits == null ? null : new BigInteger(digits);
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
