package io.tidings.compat.avro;

import io.tidings.compat.avro.Demand.Local;
import io.tidings.compat.avro.Demand.Need;
import java.util.List;
import org.apache.avro.Schema;

/**
 * Which branch of the reader's union takes what was written: as in Java the same type first (a named one by its full
 * name), then a record of the same simple name that resolves, then the first that a promotion leads to.
 */
final class UnionChoice {

    private final Aliases aliases;

    UnionChoice(Aliases aliases) {
        this.aliases = aliases;
    }

    Demand demand(Schema reader, Schema writer) {
        List<Schema> same = reader.getTypes().stream()
                .filter(branch -> branch.getType() == writer.getType())
                .toList();
        if (!named(writer) && !same.isEmpty()) {
            return taken(same, writer);
        }
        if (named(writer)) {
            List<Schema> byFullName = same.stream()
                    .filter(branch -> branch.getFullName().equals(aliases.fullName(writer)))
                    .toList();
            if (!byFullName.isEmpty()) {
                return taken(byFullName, writer);
            }
            List<Schema> byName = same.stream()
                    .filter(branch -> branch.getName().equals(aliases.simpleName(writer)))
                    .toList();
            if (!byName.isEmpty()) {
                return takenByName(byName, writer);
            }
        }
        return reader.getTypes().stream()
                .filter(branch -> Promotion.allows(branch.getType(), writer.getType()))
                .findFirst()
                .map(branch -> taken(List.of(branch), writer))
                .orElseGet(() -> Demand.refused(
                        ReadRule.UNION_BRANCH,
                        "the reader's " + TypeNames.of(reader) + " has no branch for the writer's "
                                + TypeNames.of(writer)));
    }

    private static Demand takenByName(List<Schema> branches, Schema writer) {
        Demand taken = taken(branches, writer);
        if (writer.getType() == Schema.Type.RECORD) {
            return taken;
        }
        String message = "the writer's " + writer.getFullName() + " is not found in the union, which has "
                + branches.get(0).getFullName();
        return new Demand(taken.needs(), List.of(new Local(ReadRule.UNION_NAMESPACE, "", message)));
    }

    private static Demand taken(List<Schema> branches, Schema writer) {
        List<SchemaPair> alternatives =
                branches.stream().map(branch -> new SchemaPair(branch, writer)).toList();
        return new Demand(List.of(new Need("", alternatives)), List.of());
    }

    private static boolean named(Schema schema) {
        return schema.getType() == Schema.Type.RECORD
                || schema.getType() == Schema.Type.ENUM
                || schema.getType() == Schema.Type.FIXED;
    }
}
