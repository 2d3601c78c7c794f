package io.tidings.asyncapi.source;

import java.util.ArrayList;
import java.util.List;

/** JSON Pointers (RFC 6901). */
public final class Pointers {
    private Pointers() {}

    /** The pointer of a member or item. */
    public static String child(String parent, String token) {
        boolean plain = token.indexOf('~') < 0 && token.indexOf('/') < 0;
        return parent + "/" + (plain ? token : token.replace("~", "~0").replace("/", "~1"));
    }

    /** The unescaped tokens of a pointer; it must be empty or begin with a slash. */
    public static List<String> tokens(String pointer) {
        List<String> tokens = new ArrayList<>();
        if (pointer.isEmpty()) {
            return tokens;
        }
        int start = 1;
        while (start <= pointer.length()) {
            int end = pointer.indexOf('/', start);
            end = end < 0 ? pointer.length() : end;
            tokens.add(pointer.substring(start, end).replace("~1", "/").replace("~0", "~"));
            start = end + 1;
        }
        return tokens;
    }

    /** The last token of a pointer, unescaped; empty for the root. */
    public static String last(String pointer) {
        List<String> tokens = tokens(pointer);
        return tokens.isEmpty() ? "" : tokens.get(tokens.size() - 1);
    }

    /** The pointer one level up; empty for the root. */
    public static String parent(String pointer) {
        int slash = pointer.lastIndexOf('/');
        return slash < 0 ? "" : pointer.substring(0, slash);
    }
}
