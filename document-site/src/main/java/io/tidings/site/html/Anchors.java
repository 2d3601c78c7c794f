package io.tidings.site.html;

import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.Set;

/** Ids of what can be linked to: readable, each once on a page, the same in each run. */
public final class Anchors {
    private final IdentityHashMap<Object, String> given = new IdentityHashMap<>();
    private final Set<String> taken = new HashSet<>();

    /**
     * The id of a thing, made of its kind and name.
     *
     * @param thing what is meant, told apart by identity: trees are large to compare
     */
    public String of(String kind, String name, Object thing) {
        String known = given.get(thing);
        if (known != null) {
            return known;
        }
        String wanted = kind + "-" + slug(name);
        String id = wanted;
        for (int i = 2; !taken.add(id); i++) {
            id = wanted + "-" + i;
        }
        given.put(thing, id);
        return id;
    }

    /** What a URL can hold without escapes, letters of all scripts among it. */
    public static String slug(String name) {
        StringBuilder out = new StringBuilder();
        name.codePoints().forEach(c -> {
            if (Character.isLetterOrDigit(c) || c == '_' || c == '.') {
                out.appendCodePoint(c);
            } else if (!out.isEmpty() && out.charAt(out.length() - 1) != '-') {
                out.append('-');
            }
        });
        int end = out.length();
        while (end > 0 && out.charAt(end - 1) == '-') {
            end--;
        }
        return end == 0 ? "unnamed" : out.substring(0, end);
    }
}
