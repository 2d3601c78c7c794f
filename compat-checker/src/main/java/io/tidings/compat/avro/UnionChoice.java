package io.tidings.compat.avro;

import io.tidings.compat.avro.Demand.Local;
import io.tidings.compat.avro.Demand.Need;
import io.tidings.compat.avro.Demand.Step;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.apache.avro.Schema;

/**
 * Which branch of the reader's union takes what was written: as in Java the same type first (a named one by its full
 * name), then a record of the same simple name that resolves, then the first that a promotion leads to.
 */
final class UnionChoice {

    private final Aliases aliases;
    private final JavaTrials trials;

    UnionChoice(Aliases aliases, JavaTrials trials) {
        this.aliases = aliases;
        this.trials = trials;
    }

    Demand demand(Schema reader, Schema writer) {
        List<Schema> same = reader.getTypes().stream()
                .filter(branch -> branch.getType() == writer.getType())
                .toList();
        if (!TypeNames.named(writer) && !same.isEmpty()) {
            return taken(same, writer);
        }
        if (TypeNames.named(writer)) {
            List<Schema> byFullName = same.stream()
                    .filter(branch -> branch.getFullName().equals(aliases.fullName(writer)))
                    .toList();
            if (!byFullName.isEmpty()) {
                return tried(taken(byFullName, writer), same.subList(0, same.indexOf(byFullName.get(0))), writer);
            }
            List<Schema> byName = same.stream()
                    .filter(branch -> branch.getName().equals(aliases.simpleName(writer)))
                    .toList();
            if (!byName.isEmpty()) {
                return takenByName(byName, same, writer);
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

    private Demand takenByName(List<Schema> branches, List<Schema> same, Schema writer) {
        Demand taken = taken(branches, writer);
        if (writer.getType() == Schema.Type.RECORD && branches.size() == 1) {
            return tried(taken, same, writer);
        }
        // Java takes the last of several records that look alike, and no enum or fixed at all.
        String message = "the writer's " + writer.getFullName() + " is not found in the union, which has "
                + branches.stream().map(Schema::getFullName).collect(Collectors.joining(" and "));
        return new Demand(taken.needs(), List.of(new Local(ReadRule.UNION_NAMESPACE, message)));
    }

    /** Java tries the records before the one of the right name, and falls over a default that contains itself. */
    private Demand tried(Demand taken, List<Schema> before, Schema writer) {
        if (writer.getType() != Schema.Type.RECORD) {
            return taken;
        }
        List<Local> findings = new ArrayList<>(taken.findings());
        for (Schema branch : before) {
            trials.stop(branch, writer)
                    .ifPresent(field -> findings.add(new Local(
                            ReadRule.DEFAULT_BRANCH,
                            "Java tries " + branch.getFullName() + " before " + writer.getFullName()
                                    + ", and cannot evaluate the default of \"" + field.name() + "\"")));
        }
        return new Demand(taken.needs(), findings);
    }

    private static Demand taken(List<Schema> branches, Schema writer) {
        List<SchemaPair> alternatives =
                branches.stream().map(branch -> new SchemaPair(branch, writer)).toList();
        return new Demand(List.of(new Need(Step.NONE, alternatives)), List.of());
    }
}
