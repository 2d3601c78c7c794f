package io.tidings.asyncapi.grammar;

import java.util.regex.Pattern;

/**
 * Texts of a certain form. Each accepts whatever the standard does, and a little more: variables in braces, letters beyond
 * ASCII.
 */
final class Formats {
    private static final String TOKEN = "[!#$%&'*+.^_`|~0-9A-Za-z-]+";
    private static final String ATOM = "[^\\s@\"(),:;<>\\[\\]\\\\.]+";
    private static final String DOTTED = ATOM + "(\\." + ATOM + ")*";

    /** RFC 3986, section 4.3, with the variables of RFC 6570. */
    private static final Pattern URI = Pattern.compile("[A-Za-z][A-Za-z0-9+.-]*:([^\\s<>\"\\\\^`|%]|%[0-9A-Fa-f]{2})+");

    /** RFC 5321, section 4.1.2. */
    private static final Pattern EMAIL =
            Pattern.compile("(" + DOTTED + "|\"[^\"\\r\\n]+\")@(" + DOTTED + "|\\[[^\\]\\s]+])");

    /** RFC 6838, section 4.2, with parameters as in RFC 9110, section 8.3.1. */
    private static final Pattern MEDIA_TYPE = Pattern.compile(
            TOKEN + "/" + TOKEN + "(\\s*;\\s*(" + TOKEN + "=(" + TOKEN + "|\"([^\"\\\\]|\\\\.)*\"))?)*");

    private static final Pattern HOST = Pattern.compile("[^\\s/]+");

    private Formats() {}

    static boolean isUri(String text) {
        return URI.matcher(text).matches();
    }

    static boolean isEmail(String text) {
        return EMAIL.matcher(text).matches();
    }

    static boolean isMediaType(String text) {
        return MEDIA_TYPE.matcher(text).matches();
    }

    /** Neither scheme nor path; what a host is to a protocol is left to it. */
    static boolean isHost(String text) {
        return HOST.matcher(text).matches();
    }
}
