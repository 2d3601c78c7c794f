package io.tidings.codegen.plan;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A staged builder: one step after the other sets what a record cannot do without, the last stage what it can.
 *
 * @param type the class that holds the stages
 * @param record the class that is built
 * @param steps one for each field, in the schema's order
 */
public record StagesPlan(JavaName type, JavaName record, List<Step> steps) {

    /** What the stage is called that sets fields a record can do without, and builds. */
    public static final String LAST = "Complete";

    /** What the class is called that takes the steps. */
    public static final String TAKER = "Steps";

    public StagesPlan {
        steps = List.copyOf(steps);
    }

    /**
     * A field.
     *
     * @param position its position in the schema
     * @param method what sets it
     * @param stage the interface that has nothing but this method; null if the record can do without the field
     * @param unsetIsNull whether it is null if nothing sets it, rather than its default
     */
    public record Step(
            int position, String method, @Nullable String stage, boolean unsetIsNull) {}

    /** Of fields that have to be set. */
    public List<Step> required() {
        return steps.stream().filter(step -> step.stage() != null).toList();
    }

    /** Of fields that may be set. */
    public List<Step> optional() {
        return steps.stream().filter(step -> step.stage() == null).toList();
    }

    /** The stage that comes before all others. */
    public String first() {
        return required().stream().map(Step::stage).findFirst().orElse(LAST);
    }
}
