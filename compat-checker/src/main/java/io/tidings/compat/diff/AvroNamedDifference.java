package io.tidings.compat.diff;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.apache.avro.Schema;

/** Compares the names and aliases of two records, enums or fixed. */
final class AvroNamedDifference {

    private final Scope scope;
    private final Consumer<Change> found;

    AvroNamedDifference(Scope scope, Consumer<Change> found) {
        this.scope = scope;
        this.found = found;
    }

    void compare(Schema from, Schema to, Spot spot) {
        if (!from.getName().equals(to.getName())) {
            boolean aliased = to.getAliases().contains(from.getFullName());
            boolean foretold = from.getAliases().contains(to.getFullName());
            found.accept(new AvroChange.NameChanged(spot.at(scope), from, to, aliased, foretold));
        } else if (!Objects.equals(from.getNamespace(), to.getNamespace())) {
            found.accept(new AvroChange.NamespaceChanged(spot.at(scope), from, to));
        }
        Set<String> names = Set.copyOf(List.of(from.getFullName(), to.getFullName()));
        aliases(from.getAliases(), to.getAliases(), names, name -> false, spot.at(scope));
    }

    /**
     * Compares them.
     *
     * @param names those before and now: what makes a rename readable is part of the rename
     * @param taken whether something else has a name
     */
    void aliases(Set<String> from, Set<String> to, Set<String> names, Predicate<String> taken, At at) {
        List<String> added = new ArrayList<>(to);
        added.removeAll(from);
        added.removeAll(names);
        List<String> removed = new ArrayList<>(from);
        removed.removeAll(to);
        removed.removeAll(names);
        Collections.sort(added);
        Collections.sort(removed);
        if (!added.isEmpty()) {
            found.accept(new AvroChange.AliasAdded(
                    at, added, added.stream().filter(taken).toList()));
        }
        if (!removed.isEmpty()) {
            found.accept(new AvroChange.AliasRemoved(at, removed));
        }
    }
}
