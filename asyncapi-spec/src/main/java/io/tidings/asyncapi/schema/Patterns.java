package io.tidings.asyncapi.schema;

import java.util.Optional;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/**
 * Regular expressions of JSON Schema are those of ECMA-262. Java's are near, but not the same: what Java refuses is called a
 * mistake only where it is one in both.
 */
final class Patterns {
    private Patterns() {}

    /** Whether Java can match by it. */
    static boolean usable(String pattern) {
        try {
            Pattern.compile(pattern);
            return true;
        } catch (PatternSyntaxException | StackOverflowError e) {
            return false; // the compiler recurses into groups
        }
    }

    /** What is certainly wrong with it. */
    static Optional<String> mistake(String pattern) {
        return usable(pattern) ? Optional.empty() : new Scan(pattern).mistake();
    }

    private static final class Scan {
        private final String text;
        private int groups;
        private boolean inClass;
        private boolean nothingToRepeat = true;

        Scan(String text) {
            this.text = text;
        }

        Optional<String> mistake() {
            for (int i = 0; i < text.length(); i++) {
                char c = text.charAt(i);
                if (c == '\\') {
                    i++;
                    if (i == text.length()) {
                        return Optional.of("it ends with a single backslash");
                    }
                    nothingToRepeat = false;
                } else if (inClass) {
                    inClass = c != ']';
                } else if ((c == '*' || c == '+' || c == '?') && nothingToRepeat) {
                    return Optional.of("there is nothing before '" + c + "' that could be repeated");
                } else if (c == ')' && groups == 0) {
                    return Optional.of("a ')' has no '('");
                } else {
                    i = step(c, i);
                }
            }
            return groups > 0
                    ? Optional.of("a '(' is not closed")
                    : inClass ? Optional.of("a '[' is not closed") : Optional.empty();
        }

        /** Takes one character outside of classes; answers where the scan stands then. */
        private int step(char c, int i) {
            switch (c) {
                case '(' -> {
                    groups++;
                    nothingToRepeat = true;
                    // What follows "(?" says which kind of group it is.
                    return i + 1 < text.length() && text.charAt(i + 1) == '?' ? i + 1 : i;
                }
                case ')' -> groups--;
                case '[' -> inClass = true;
                case '|' -> {
                    nothingToRepeat = true;
                    return i;
                }
                default -> {}
            }
            nothingToRepeat = false;
            return i;
        }
    }
}
