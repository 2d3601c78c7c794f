package io.tidings.compat.diff;

import io.tidings.compat.diff.JsonChange.Sense;
import io.tidings.compat.json.JsonValue;
import io.tidings.compat.json.JsonView;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Compares what describes a value without refusing any: {@code format}, {@code default} and their like. */
final class JsonNotes implements JsonWalk.JsonDifference {

    private static final int LONGEST = 60;

    private final JsonWalk walk;

    JsonNotes(JsonWalk walk) {
        this.walk = walk;
    }

    @Override
    public void compare(JsonSpot spot, JsonView was, JsonView is) {
        Set<String> keywords = new TreeSet<>(was.notes().keySet());
        keywords.addAll(is.notes().keySet());
        At at = walk.at(spot, spot.was(), spot.is());
        for (String keyword : keywords) {
            Set<Object> before = was.notes().getOrDefault(keyword, Set.of());
            Set<Object> now = is.notes().getOrDefault(keyword, Set.of());
            if (!before.equals(now)) {
                String what = keyword + " " + text(before) + " became " + text(now);
                walk.always(
                        keyword.equals("default")
                                ? new JsonChange.DefaultChanged(at, what)
                                : new JsonChange.FormatChanged(
                                        at, what, sense(keyword, before, now), sense(keyword, now, before)));
            }
        }
    }

    /** What readers make of what is sent. */
    static Sense sense(String keyword, Set<Object> reader, Set<Object> writer) {
        if (keyword.equals("discriminator")) {
            return Sense.OTHER; // readers look at another property for what it is
        }
        if (keyword.equals("format")) {
            return Formats.sense(reader, writer);
        }
        // Whoever decodes what is not encoded, or the other way round, gets something else.
        return keyword.equals("contentEncoding") ? Sense.OTHER : Sense.DOUBTFUL;
    }

    private static String text(Set<Object> values) {
        return values.isEmpty()
                ? "none"
                : values.stream().map(value -> JsonValue.text(value, LONGEST)).collect(Collectors.joining(" and "));
    }
}
