package io.tidings.compat.avro;

import io.tidings.compat.avro.Demand.Need;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.apache.avro.Schema;

/**
 * Which pairs of types resolve: the greatest fixed point. Every pair is taken to resolve until something speaks against
 * it, and what speaks against it spreads to the pairs that need it. Nothing is concluded from an assumption that is still
 * open, which is where a recursive checker with a memo goes wrong on recursive unions.
 */
final class Resolution {

    private final Map<SchemaPair, Demand> demands = new HashMap<>();
    private final Map<SchemaPair, List<SchemaPair>> dependents = new HashMap<>();
    private final Set<SchemaPair> unreadable = new HashSet<>();

    private Resolution() {}

    static Resolution of(Schema reader, Schema writer) {
        Resolution resolution = new Resolution();
        Aliases aliases = Aliases.of(reader, writer);
        resolution.expand(new SchemaPair(reader, writer), new Demands(aliases, new JavaTrials(reader, aliases)));
        resolution.spread();
        return resolution;
    }

    boolean resolves(SchemaPair pair) {
        return !unreadable.contains(pair);
    }

    Demand demand(SchemaPair pair) {
        return Objects.requireNonNull(demands.get(pair));
    }

    /** Collects all pairs that meet. A queue, not recursion: deep schemas must not overflow the stack. */
    private void expand(SchemaPair root, Demands rules) {
        Deque<SchemaPair> open = new ArrayDeque<>(List.of(root));
        while (!open.isEmpty()) {
            SchemaPair pair = open.pop();
            if (demands.containsKey(pair)) {
                continue;
            }
            Demand demand = rules.of(pair);
            demands.put(pair, demand);
            for (Need need : demand.needs()) {
                for (SchemaPair part : need.alternatives()) {
                    dependents.computeIfAbsent(part, p -> new ArrayList<>()).add(pair);
                    open.push(part);
                }
            }
        }
    }

    private void spread() {
        Deque<SchemaPair> fallen = new ArrayDeque<>();
        demands.forEach((pair, demand) -> {
            if (!holds(demand) && unreadable.add(pair)) {
                fallen.push(pair);
            }
        });
        while (!fallen.isEmpty()) {
            for (SchemaPair dependent : dependents.getOrDefault(fallen.pop(), List.of())) {
                if (!unreadable.contains(dependent) && !holds(demand(dependent))) {
                    unreadable.add(dependent);
                    fallen.push(dependent);
                }
            }
        }
    }

    private boolean holds(Demand demand) {
        return !demand.hopeless()
                && demand.needs().stream()
                        .allMatch(need -> need.alternatives().stream().anyMatch(this::resolves));
    }
}
