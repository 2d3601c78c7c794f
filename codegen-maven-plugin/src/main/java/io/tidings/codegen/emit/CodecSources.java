package io.tidings.codegen.emit;

import com.palantir.javapoet.JavaFile;
import com.palantir.javapoet.TypeSpec;
import io.tidings.codegen.output.SourceFile;
import io.tidings.codegen.plan.CodecPlan;
import io.tidings.codegen.plan.GenerationPlan;
import java.util.List;

/** Writes the codecs of a plan's records, each beside its record. */
public final class CodecSources {

    private CodecSources() {}

    /** All codecs of a valid plan, in its order. */
    public static List<SourceFile> of(GenerationPlan plan) {
        HiddenNames hidden = new HiddenNames(plan);
        return plan.codecs().parallelStream()
                .map(codec -> source(codec, plan, hidden))
                .toList();
    }

    private static SourceFile source(CodecPlan codec, GenerationPlan plan, HiddenNames hidden) {
        String packageName = codec.name().packageName();
        TypeSpec.Builder type = new CodecEmitter(codec).emit().toBuilder().addAnnotation(Types.generated(plan));
        if (packageName.equals(plan.packageName())) {
            // Records say nothing of null, and so their codecs cannot.
            type.addAnnotation(RuntimeTypes.NULL_UNMARKED);
        }
        JavaFile file = JavaFile.builder(packageName, type.build())
                .skipJavaLangImports(!hidden.in(packageName))
                .indent("    ")
                .build();
        String path = (packageName.isEmpty() ? "" : packageName.replace('.', '/') + "/")
                + codec.name().simpleName() + ".java";
        return new SourceFile(path, Layout.tidy(file.toString()));
    }
}
