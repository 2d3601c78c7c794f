package io.tidings.codegen.avro;

import io.tidings.codegen.plan.ChoicePlan;
import io.tidings.codegen.plan.GenerationPlan;
import io.tidings.codegen.plan.JavaName;
import io.tidings.codegen.plan.StagesPlan;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What stands beside the records of a plan, by record. */
final class Companions {

    private final Map<JavaName, StagesPlan> stages = new HashMap<>();
    private final Map<JavaName, Map<Integer, ChoicePlan>> choices = new HashMap<>();

    Companions(GenerationPlan plan) {
        plan.stages().forEach(each -> stages.put(each.record(), each));
        plan.choices()
                .forEach(each -> choices.computeIfAbsent(each.record(), record -> new HashMap<>())
                        .put(each.position(), each));
    }

    /** The staged builder, if there is one. */
    @Nullable StagesPlan stages(JavaName record) {
        return stages.get(record);
    }

    /** The sealed interfaces, by the positions of fields. */
    Map<Integer, ChoicePlan> choices(JavaName record) {
        return choices.getOrDefault(record, Map.of());
    }
}
