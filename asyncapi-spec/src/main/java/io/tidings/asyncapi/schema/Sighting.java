package io.tidings.asyncapi.schema;

import io.tidings.asyncapi.source.Location;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * What a schema says of the value that a JSON Pointer (RFC 6901) leads to.
 *
 * @param presence whether there is such a value
 * @param depth the index of the token that decides the presence; the number of tokens where that is the value itself
 * @param declared the fields that are declared where that token is looked for, in alphabetical order
 * @param place where the schema says so
 * @param composite whether the value, where there is one, is certain to be an object or a list
 */
public record Sighting(Presence presence, int depth, Set<String> declared, Location place, boolean composite) {

    public Sighting {
        declared = java.util.Collections.unmodifiableSet(new TreeSet<>(declared));
    }

    static Sighting of(Presence presence, int depth, Location place) {
        return new Sighting(presence, depth, Set.of(), place, false);
    }

    /** The same, where not every value gets that far: what decides is further up. */
    Sighting optional(int at, Location why) {
        return presence == Presence.ALWAYS ? new Sighting(Presence.SOMETIMES, at, declared, why, composite) : this;
    }

    /** What holds where a value may be by any of several schemas, at least one. */
    static Sighting any(List<Sighting> alternatives) {
        Presence presence = together(alternatives);
        Sighting telling = telling(alternatives, presence);
        Set<String> declared = new TreeSet<>();
        boolean composite = false;
        boolean plain = false;
        for (Sighting one : alternatives) {
            if (one.depth == telling.depth) {
                declared.addAll(one.declared);
            }
            boolean there = one.presence == Presence.ALWAYS || one.presence == Presence.SOMETIMES;
            composite |= one.composite;
            plain |= there && !one.composite;
        }
        return new Sighting(presence, telling.depth, declared, telling.place, composite && !plain);
    }

    /** The one to speak of. */
    private static Sighting telling(List<Sighting> alternatives, Presence presence) {
        Sighting telling = alternatives.get(0);
        for (Sighting one : alternatives) {
            boolean same = one.presence == telling.presence;
            // The one that got furthest was meant, and what it lacks is worth telling.
            boolean further = same && one.depth > telling.depth;
            boolean closer = !same && (one.presence == presence || telling.presence == Presence.ALWAYS);
            if (further || (closer && telling.presence != presence)) {
                telling = one;
            }
        }
        return telling;
    }

    private static Presence together(List<Sighting> alternatives) {
        Set<Presence> all = java.util.EnumSet.noneOf(Presence.class);
        alternatives.forEach(one -> all.add(one.presence));
        if (all.size() == 1) {
            return alternatives.get(0).presence;
        }
        if (all.contains(Presence.UNKNOWN)) {
            return Presence.UNKNOWN;
        }
        return all.contains(Presence.ALWAYS) || all.contains(Presence.SOMETIMES)
                ? Presence.SOMETIMES
                : Presence.UNDECLARED;
    }
}
