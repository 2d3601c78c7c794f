package io.tidings.compat.json;

import io.tidings.compat.json.Formula.Refer;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** The properties that a schema declares for the very value it judges, in whichever of its alternatives. */
final class Declared {

    private Declared() {}

    static Set<String> in(Formula formula) {
        Set<String> names = new LinkedHashSet<>();
        Set<JsonSchema> seen = new HashSet<>();
        Deque<Formula> open = new ArrayDeque<>(List.of(formula));
        while (!open.isEmpty()) {
            Formula next = open.pop();
            if (next instanceof Refer refer) {
                if (seen.add(refer.schema())) {
                    open.push(refer.schema().formula());
                }
            } else if (next instanceof Formula.All all) {
                all.parts().forEach(open::push);
            } else if (next instanceof Formula.Any any) {
                any.parts().forEach(open::push);
            } else if (next instanceof Formula.One one) {
                one.parts().forEach(open::push);
            } else if (next instanceof Formula.Property property) {
                names.add(property.name());
            } else if (next instanceof Formula.Required required) {
                names.add(required.name());
            }
        }
        return names;
    }
}
