package io.tidings.codegen.emit;

import com.palantir.javapoet.JavaFile;
import com.palantir.javapoet.TypeSpec;
import io.tidings.codegen.migration.MigrationPlan;
import io.tidings.codegen.output.SourceFile;
import io.tidings.codegen.plan.ClassNames;
import io.tidings.codegen.plan.GenerationPlan;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Writes what stands between two major versions, a type per file. */
public final class CasterSources {

    private CasterSources() {}

    /** All casters, what writes and reads both versions, and a description of their package; nothing if there is nothing. */
    public static List<SourceFile> of(MigrationPlan migration, GenerationPlan older, GenerationPlan newer) {
        List<SourceFile> files = new ArrayList<>();
        if (migration.isEmpty()) {
            return files;
        }
        Set<String> classNames = new HashSet<>();
        older.avroTypes().forEach(type -> classNames.add(ClassNames.of(type).simpleName()));
        newer.avroTypes().forEach(type -> classNames.add(ClassNames.of(type).simpleName()));
        Stream.of(
                        migration.casters().stream().map(caster -> new CasterEmitter(caster, classNames).emit()),
                        migration.publishers().stream().map(plan -> new MigratingPublisherEmitter(plan).emit()),
                        migration.subscribers().stream().map(plan -> new MigratingSubscriberEmitter(plan).emit()))
                .flatMap(types -> types)
                .forEach(type -> files.add(source(type, migration.packageName(), newer, classNames)));
        String content = """
                /** What turns messages of one major version into those of another: Tidings generated it from AsyncAPI documents. */
                @NullMarked
                package %s;

                import %s;
                """.formatted(migration.packageName(), RuntimeTypes.NULL_MARKED.canonicalName());
        files.add(new SourceFile(folder(migration.packageName()) + "package-info.java", content));
        return files;
    }

    private static SourceFile source(
            TypeSpec emitted, String packageName, GenerationPlan newer, Set<String> classNames) {
        TypeSpec type =
                emitted.toBuilder().addAnnotation(Types.generated(newer)).build();
        JavaFile file = JavaFile.builder(packageName, type)
                .skipJavaLangImports(classNames.stream().noneMatch(CasterSources::isInJavaLang))
                .indent("    ")
                .build();
        return new SourceFile(folder(packageName) + type.name() + ".java", Layout.tidy(file.toString()));
    }

    private static boolean isInJavaLang(String className) {
        return Object.class.getResource(className + ".class") != null;
    }

    private static String folder(String packageName) {
        return packageName.replace('.', '/') + "/";
    }
}
