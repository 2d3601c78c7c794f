package io.tidings.codegen.plan;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javax.lang.model.SourceVersion;

/**
 * The words of a name that a user wrote, and how Java writes them. Only ASCII letters and digits come out: file names must
 * work on every file system and in every locale. Accents are dropped, other letters become their code point ({@code U4E2D}).
 */
public final class JavaWords {

    /** Methods that every class has, so that a generated method must not look like them. */
    private static final Set<String> OBJECT_METHODS =
            Set.of("getClass", "hashCode", "toString", "notify", "notifyAll", "wait", "clone", "finalize", "equals");

    private static final Pattern SEPARATORS = Pattern.compile("[^A-Za-z0-9]+");
    private static final Pattern NO_LETTER_FIRST = Pattern.compile("(?s)[^A-Za-z0-9]*([0-9].*)?");

    /** A method of this name cannot be called without saying whose it is. */
    private static final String YIELD = "yield";

    private final List<String> words;

    private JavaWords(List<String> words) {
        this.words = words;
    }

    /** Splits a name at everything that is neither letter nor digit, and where lower case turns to upper case. */
    public static JavaWords of(String name) {
        String ascii = ascii(name);
        boolean shouted = ascii.chars().noneMatch(Character::isLowerCase);
        List<String> words = new ArrayList<>();
        for (String part : SEPARATORS.split(ascii, -1)) {
            int start = 0;
            for (int i = 1; i <= part.length(); i++) {
                if (i == part.length() || beginsWord(part, i)) {
                    String word = part.substring(start, i);
                    words.add(shouted ? word.toLowerCase(Locale.ROOT) : word);
                    start = i;
                }
            }
        }
        return new JavaWords(words.isEmpty() ? List.of("Unnamed") : words);
    }

    /** "orderURLChanged" is order, URL, Changed. */
    private static boolean beginsWord(String part, int i) {
        if (!Character.isUpperCase(part.charAt(i))) {
            return false;
        }
        return Character.isLowerCase(part.charAt(i - 1))
                || (i + 1 < part.length() && Character.isLowerCase(part.charAt(i + 1)));
    }

    /** Whether something of the name is lost or had to be added: others may look the same afterwards. */
    static boolean adapts(String name) {
        return name.chars().anyMatch(c -> c > 126)
                || NO_LETTER_FIRST.matcher(ascii(name)).matches();
    }

    /** As a class is called. */
    public String pascal() {
        return startingWithLetter(words.stream().map(JavaWords::capitalized).collect(Collectors.joining()));
    }

    /** As a class is called where a variable has the same words: what begins with a digit is the same in upper and lower case. */
    String pascalBesideCamel() {
        String pascal = pascal();
        return pascal.equals(camel()) ? pascal + "Value" : pascal;
    }

    /** As a method or parameter is called; never a keyword, nor a method of every object. */
    public String camel() {
        String pascal = words.stream().map(JavaWords::capitalized).collect(Collectors.joining());
        String first = words.get(0);
        boolean acronym = first.length() > 1 && first.equals(first.toUpperCase(Locale.ROOT));
        int lowered = acronym ? first.length() : 1;
        String camel =
                startingWithLetter(pascal.substring(0, lowered).toLowerCase(Locale.ROOT) + pascal.substring(lowered));
        boolean taken = SourceVersion.isKeyword(camel) || OBJECT_METHODS.contains(camel) || camel.equals(YIELD);
        return taken ? camel + "_" : camel;
    }

    /** As a constant is called. */
    String constant() {
        return startingWithLetter(
                words.stream().map(word -> word.toUpperCase(Locale.ROOT)).collect(Collectors.joining("_")));
    }

    /** As a consumer group is called. */
    String kebab() {
        return words.stream().map(word -> word.toLowerCase(Locale.ROOT)).collect(Collectors.joining("-"));
    }

    private static String capitalized(String word) {
        return word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1);
    }

    private static String startingWithLetter(String name) {
        return Character.isDigit(name.charAt(0)) ? "_" + name : name;
    }

    private static String ascii(String name) {
        if (name.chars().allMatch(c -> c < 128)) {
            return name;
        }
        String decomposed = Normalizer.normalize(name, Normalizer.Form.NFKD);
        StringBuilder ascii = new StringBuilder();
        decomposed.codePoints().forEach(c -> {
            if (c < 128) {
                ascii.appendCodePoint(c);
            } else if (Character.isLetterOrDigit(c)) {
                ascii.append(" U")
                        .append(Integer.toHexString(c).toUpperCase(Locale.ROOT))
                        .append(' ');
            } else if (Character.getType(c) != Character.NON_SPACING_MARK) {
                ascii.append(' ');
            }
        });
        return ascii.toString();
    }
}
