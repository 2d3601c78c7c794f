package io.tidings.codegen.plan;

import io.tidings.codegen.plan.MessageChoice.Variant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Names the kinds of message within a sealed interface. */
final class Variants {

    /** What a generated {@code match} uses beside the parameters for the kinds. */
    private static final Set<String> USED_IN_MATCH = Set.of("unknown", "variant");

    private Variants() {}

    /** Each as its kind is called, unless the interface is called so: a nested type must not be. */
    static List<Variant> of(String unionName, List<MessagePlan> kinds) {
        Set<String> types = new HashSet<>(Set.of(unionName));
        kinds.stream()
                .map(MessagePlan::codeName)
                .filter(name -> !name.equals(unionName))
                .forEach(types::add);
        Set<String> parameters = new HashSet<>(USED_IN_MATCH);
        List<Variant> variants = new ArrayList<>();
        for (MessagePlan kind : kinds) {
            String type = kind.codeName().equals(unionName) ? free(unionName + "Variant", types) : kind.codeName();
            String parameter = free(JavaWords.of(kind.codeName()).camel(), parameters);
            variants.add(new Variant(kind, type, parameter));
        }
        return variants;
    }

    private static String free(String wanted, Set<String> taken) {
        String name = wanted;
        for (int number = 2; !taken.add(name); number++) {
            name = wanted + "_" + number;
        }
        return name;
    }
}
