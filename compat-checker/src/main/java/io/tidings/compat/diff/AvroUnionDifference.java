package io.tidings.compat.diff;

import io.tidings.compat.avro.AvroReader;
import io.tidings.compat.avro.Promotion;
import io.tidings.compat.avro.ReadVerdict;
import io.tidings.compat.avro.TypeNames;
import io.tidings.compat.diff.AvroChange.Elsewhere;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.avro.Schema;
import org.jspecify.annotations.Nullable;

/** Compares two types of which at least one is a union; the other then counts as a union of one. */
final class AvroUnionDifference {

    private final AvroDifference walk;

    AvroUnionDifference(AvroDifference walk) {
        this.walk = walk;
    }

    void compare(Schema from, Schema to, Spot spot) {
        Matching<Schema> matching = match(branches(from), branches(to));
        boolean bothUnions = from.getType() == Schema.Type.UNION && to.getType() == Schema.Type.UNION;
        if (matching.pairs().isEmpty() && !bothUnions) {
            walk.found(new AvroChange.TypeChanged(spot.at(walk.scope()), from, to));
            return;
        }
        At at = spot.at(walk.scope());
        elsewhere(from, matching.added())
                .forEach((read, added) -> walk.found(new AvroChange.UnionBranchesAdded(at, added, read)));
        elsewhere(to, matching.removed())
                .forEach((read, removed) -> walk.found(new AvroChange.UnionBranchesRemoved(at, removed, read)));
        if (!bothUnions && matching.added().isEmpty() && matching.removed().isEmpty()) {
            walk.found(
                    to.getType() == Schema.Type.UNION
                            ? new AvroChange.UnionBranchesAdded(at, List.of(), Elsewhere.SAFE)
                            : new AvroChange.UnionBranchesRemoved(at, List.of(), Elsewhere.SAFE));
        }
        if (bothUnions && reordered(from, matching)) {
            walk.found(new AvroChange.UnionReordered(at));
        }
        boolean several = branches(to).stream()
                        .filter(b -> b.getType() != Schema.Type.NULL)
                        .count()
                > 1;
        for (Matching.Pair<Schema> pair : matching.pairs()) {
            String step = several ? "<" + pair.head().getFullName() + ">" : "";
            walk.compare(pair.base(), pair.head(), spot.step(step));
        }
    }

    /** The names of branches, by what a reader that lacks them makes of them. */
    private static Map<Elsewhere, List<String>> elsewhere(Schema reader, List<Schema> branches) {
        Map<Elsewhere, List<String>> read = new EnumMap<>(Elsewhere.class);
        for (Schema branch : branches) {
            ReadVerdict verdict = AvroReader.judge(reader, branch);
            Elsewhere made = !verdict.compatible()
                    ? Elsewhere.NOTHING
                    : verdict.findings().isEmpty() ? Elsewhere.SAFE : Elsewhere.LOSSY;
            read.computeIfAbsent(made, fresh -> new ArrayList<>()).add(TypeNames.of(branch));
        }
        return read;
    }

    private static boolean reordered(Schema from, Matching<Schema> matching) {
        List<Schema> before = new ArrayList<>(from.getTypes());
        before.removeAll(matching.removed());
        return !before.equals(matching.pairs().stream().map(Matching.Pair::base).toList());
    }

    /** By full name, by simple name, by alias; then types that one value can be read as. */
    private static Matching<Schema> match(List<Schema> from, List<Schema> to) {
        Set<String> before = new HashSet<>();
        from.forEach(schema -> before.add(schema.getFullName()));
        Matching<Schema> byName = Matching.of(
                from,
                to,
                List.of(
                        Matching.Key.same(schema -> List.of(schema.getType(), schema.getFullName())),
                        Matching.Key.same(schema -> named(schema) ? List.of(schema.getType(), schema.getName()) : null),
                        new Matching.Key<>(
                                schema -> named(schema) ? List.of(schema.getType(), schema.getFullName()) : null,
                                schema -> alias(schema, before))));
        List<Matching.Pair<Schema>> pairs = new ArrayList<>(byName.pairs());
        List<Schema> added = new ArrayList<>(byName.added());
        List<Schema> removed = new ArrayList<>(byName.removed());
        for (Schema gone : byName.removed()) {
            added.stream().filter(now -> related(gone, now)).findFirst().ifPresent(now -> {
                pairs.add(new Matching.Pair<>(gone, now));
                added.remove(now);
                removed.remove(gone);
            });
        }
        // In the order of the head, as if they had matched at once.
        pairs.sort((one, other) -> Integer.compare(to.indexOf(one.head()), to.indexOf(other.head())));
        return new Matching<>(pairs, added, removed);
    }

    private static boolean related(Schema before, Schema now) {
        return Promotion.allows(now.getType(), before.getType()) || Promotion.allows(before.getType(), now.getType());
    }

    /** The alias that is a name in the base. */
    private static @Nullable Object alias(Schema schema, Set<String> before) {
        return named(schema)
                ? schema.getAliases().stream()
                        .filter(before::contains)
                        .sorted()
                        .findFirst()
                        .<Object>map(alias -> List.of(schema.getType(), alias))
                        .orElse(null)
                : null;
    }

    private static boolean named(Schema schema) {
        return schema.getType() == Schema.Type.RECORD
                || schema.getType() == Schema.Type.ENUM
                || schema.getType() == Schema.Type.FIXED;
    }

    private static List<Schema> branches(Schema schema) {
        return schema.getType() == Schema.Type.UNION ? schema.getTypes() : List.of(schema);
    }
}
