package io.tidings.site.schema;

import java.util.IdentityHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Bounds what a schema unfolds to. A type within itself would have no end; and types that name each other over and over
 * make a page grow without bound although the schema is small. So each is unfolded again only while there is room.
 */
final class Room {
    private static final int ROWS = 600;
    private static final int DEEPEST = 24;

    private final IdentityHashMap<Object, String> first = new IdentityHashMap<>();
    private final IdentityHashMap<Object, Boolean> open = new IdentityHashMap<>();
    private int rows;

    /** Where a type has been unfolded already, if it is not to be again; else null, and it is open until it is closed. */
    @Nullable String enter(Object type, String path) {
        String seen = first.get(type);
        boolean again = seen != null && (open.containsKey(type) || rows > ROWS);
        if (again || open.size() >= DEEPEST) {
            return seen == null ? "" : seen;
        }
        first.putIfAbsent(type, path);
        open.put(type, true);
        return null;
    }

    void leave(Object type) {
        open.remove(type);
    }

    void row() {
        rows++;
    }

    static String child(String path, String name) {
        return path.isEmpty() ? name : path + "." + name;
    }
}
