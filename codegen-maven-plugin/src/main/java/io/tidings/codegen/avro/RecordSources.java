package io.tidings.codegen.avro;

import io.tidings.codegen.output.SourceFile;
import io.tidings.codegen.plan.GenerationPlan;
import java.util.List;

/** Writes the record, enum and fixed classes of a plan. */
public final class RecordSources {

    private RecordSources() {}

    /** All record classes of a valid plan, ordered by path. */
    public static List<SourceFile> of(GenerationPlan plan) {
        return new RecordCompiler(plan).sources();
    }
}
