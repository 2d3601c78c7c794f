package io.tidings.codegen.emit;

import com.palantir.javapoet.JavaFile;
import com.palantir.javapoet.TypeSpec;
import io.tidings.codegen.migration.CasterPlan;
import io.tidings.codegen.migration.MigrationPlan;
import io.tidings.codegen.output.SourceFile;
import io.tidings.codegen.plan.ClassNames;
import io.tidings.codegen.plan.GenerationPlan;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Writes what stands between two major versions, a type per file. */
public final class CasterSources {

    private CasterSources() {}

    /** All casters, and a description of their package; nothing if there are none. */
    public static List<SourceFile> of(MigrationPlan migration, GenerationPlan older, GenerationPlan newer) {
        List<SourceFile> files = new ArrayList<>();
        if (migration.casters().isEmpty()) {
            return files;
        }
        Set<String> classNames = new HashSet<>();
        older.avroTypes().forEach(type -> classNames.add(ClassNames.of(type).simpleName()));
        newer.avroTypes().forEach(type -> classNames.add(ClassNames.of(type).simpleName()));
        migration.casters().forEach(caster -> files.add(source(caster, newer, classNames)));
        String content = """
                /** What turns messages of one major version into those of another: Tidings generated it from AsyncAPI documents. */
                @NullMarked
                package %s;

                import %s;
                """.formatted(migration.packageName(), RuntimeTypes.NULL_MARKED.canonicalName());
        files.add(new SourceFile(folder(migration.packageName()) + "package-info.java", content));
        return files;
    }

    private static SourceFile source(CasterPlan caster, GenerationPlan newer, Set<String> classNames) {
        TypeSpec type = new CasterEmitter(caster, classNames)
                .emit().toBuilder().addAnnotation(Types.generated(newer)).build();
        JavaFile file = JavaFile.builder(caster.name().packageName(), type)
                .skipJavaLangImports(classNames.stream().noneMatch(CasterSources::isInJavaLang))
                .indent("    ")
                .build();
        return new SourceFile(
                folder(caster.name().packageName()) + caster.name().simpleName() + ".java",
                Layout.tidy(file.toString()));
    }

    private static boolean isInJavaLang(String className) {
        return Object.class.getResource(className + ".class") != null;
    }

    private static String folder(String packageName) {
        return packageName.replace('.', '/') + "/";
    }
}
