package io.tidings.asyncapi.reference;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Set;

/**
 * The text of a {@code $ref}, taken apart (RFC 3986; the fragment is percent-decoded before it is a JSON Pointer, RFC 6901,
 * section 6).
 *
 * @param location all before the {@code #}, as written; empty for the same file
 * @param scheme in lower case; empty where the reference is relative
 * @param path percent-decoded; empty for the same file
 * @param fragment percent-decoded, without the {@code #}
 */
record ReferenceText(String location, String scheme, String path, String fragment) {
    /** What these hold is no tree of ours. */
    private static final Set<String> FOREIGN = Set.of("proto", "xsd", "graphql", "md", "html", "txt", "raml");

    static ReferenceText of(String text) {
        int hash = text.indexOf('#');
        String before = hash < 0 ? text : text.substring(0, hash);
        String fragment = hash < 0 ? "" : text.substring(hash + 1);
        int colon = before.indexOf(':');
        boolean absolute = colon > 1 && before.substring(0, colon).matches("[A-Za-z][A-Za-z0-9+.-]*");
        String scheme = absolute ? before.substring(0, colon).toLowerCase(Locale.ROOT) : "";
        String path =
                scheme.equals("file") ? before.substring(colon + 1).replaceFirst("^//(localhost)?(?=/)", "") : before;
        return new ReferenceText(before, scheme, decode(path), decode(fragment));
    }

    boolean remote() {
        return (!scheme.isEmpty() && !scheme.equals("file")) || location.startsWith("//");
    }

    boolean idl() {
        return path.toLowerCase(Locale.ROOT).endsWith(".avdl");
    }

    boolean foreign() {
        int dot = path.lastIndexOf('.');
        return dot >= 0 && FOREIGN.contains(path.substring(dot + 1).toLowerCase(Locale.ROOT));
    }

    private static String decode(String text) {
        if (text.indexOf('%') < 0) {
            return text;
        }
        try {
            return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return text; // a bare percent sign: taken as it stands
        }
    }
}
