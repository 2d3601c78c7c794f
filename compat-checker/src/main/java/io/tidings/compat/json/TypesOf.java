package io.tidings.compat.json;

import io.tidings.compat.json.Formula.Refer;
import io.tidings.compat.json.Formula.Types;
import io.tidings.compat.json.Formula.Values;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Which types a formula admits at most, as people would say it: over references, {@code allOf}, {@code anyOf}. */
final class TypesOf {

    private final Set<JsonSchema> within = new HashSet<>();

    Set<JsonType> of(Formula formula) {
        EnumSet<JsonType> types = types(formula);
        if (types.contains(JsonType.NUMBER)) {
            types.remove(JsonType.INTEGER);
        }
        return types;
    }

    /** With {@code integer} beside every {@code number}. */
    private EnumSet<JsonType> types(Formula formula) {
        if (formula instanceof Refer refer) {
            if (!within.add(refer.schema())) {
                return EnumSet.allOf(JsonType.class);
            }
            EnumSet<JsonType> types = types(refer.schema().formula());
            within.remove(refer.schema());
            return types;
        }
        if (formula instanceof Formula.All all) {
            return all(all.parts());
        }
        if (formula instanceof Formula.Any any) {
            return any(any.parts());
        }
        if (formula instanceof Formula.One one) {
            return any(one.parts());
        }
        if (formula instanceof Types types) {
            EnumSet<JsonType> labels = EnumSet.noneOf(JsonType.class);
            labels.addAll(types.types());
            if (labels.contains(JsonType.NUMBER)) {
                labels.add(JsonType.INTEGER);
            }
            return labels;
        }
        if (formula instanceof Values values) {
            EnumSet<JsonType> labels = EnumSet.noneOf(JsonType.class);
            values.values().forEach(value -> labels.add(JsonType.of(value)));
            return labels;
        }
        return formula instanceof Formula.Never ? EnumSet.noneOf(JsonType.class) : EnumSet.allOf(JsonType.class);
    }

    /** Where a type is stated, the values listed beside it say nothing more. */
    private EnumSet<JsonType> all(List<Formula> parts) {
        boolean stated = parts.stream().anyMatch(Types.class::isInstance);
        EnumSet<JsonType> types = EnumSet.allOf(JsonType.class);
        for (Formula part : parts) {
            if (!(stated && part instanceof Values)) {
                types.retainAll(types(part));
            }
        }
        return types;
    }

    private EnumSet<JsonType> any(List<Formula> parts) {
        EnumSet<JsonType> types = EnumSet.noneOf(JsonType.class);
        parts.forEach(part -> types.addAll(types(part)));
        return types;
    }
}
