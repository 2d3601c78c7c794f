package io.tidings.codegen.emit;

import com.palantir.javapoet.TypeSpec;
import io.tidings.codegen.plan.GenerationPlan;
import java.util.stream.Stream;

/** Writes the types of one kind of artefact, all in the plan's package. */
interface Emitter {

    Stream<TypeSpec> emit(GenerationPlan plan);
}
