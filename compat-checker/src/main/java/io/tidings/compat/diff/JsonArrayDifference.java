package io.tidings.compat.diff;

import io.tidings.asyncapi.source.Location;
import io.tidings.compat.json.Formula;
import io.tidings.compat.json.JsonView;
import io.tidings.compat.json.Steps;
import java.util.List;
import java.util.Set;

/** Compares what items of arrays must be, position by position. */
final class JsonArrayDifference implements JsonWalk.JsonDifference {

    private static final Set<String> POSITIONS = Set.of("items", "prefixItems");
    private static final Set<String> REST = Set.of("items", "additionalItems", "unevaluatedItems");
    /** Beyond, a tuple is judged as a whole. */
    private static final int MOST = 30;

    private final JsonWalk walk;

    JsonArrayDifference(JsonWalk walk) {
        this.walk = walk;
    }

    @Override
    public void compare(JsonSpot spot, JsonView was, JsonView is) {
        int positions = Math.min(MOST, Math.max(was.positions(), is.positions()));
        for (int i = 0; i < positions; i++) {
            part(spot, was, is, i, Steps.item(i), POSITIONS, String.valueOf(i));
        }
        part(spot, was, is, positions, "[]", REST, "");
    }

    private void part(
            JsonSpot spot, JsonView was, JsonView is, int index, String step, Set<String> keywords, String name) {
        List<Formula> before = was.item(index);
        List<Formula> now = is.item(index);
        Location wasAt = was.place(keywords, name).orElse(spot.was());
        Location isAt = is.place(keywords, name).orElse(spot.is());
        walk.part(spot, step, before, now, wasAt, isAt);
    }
}
