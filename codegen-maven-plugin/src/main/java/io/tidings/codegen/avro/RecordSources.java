package io.tidings.codegen.avro;

import io.tidings.codegen.output.SourceFile;
import io.tidings.codegen.plan.GenerationPlan;
import io.tidings.codegen.plan.JavaName;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.apache.avro.compiler.specific.SpecificCompiler;

/** Writes the record, enum and fixed classes of a plan. */
public final class RecordSources {

    private RecordSources() {}

    /** All record classes of a valid plan, ordered by path. */
    public static List<SourceFile> of(GenerationPlan plan) {
        if (plan.avroTypes().isEmpty()) {
            return List.of();
        }
        try {
            Path folder = Files.createTempDirectory("tidings-records");
            try {
                compile(plan, folder);
                return read(folder, new RecordMarks(plan));
            } finally {
                delete(folder);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot write record classes to the temporary folder", e);
        }
    }

    /** Avro's compiler writes to folders only. */
    private static void compile(GenerationPlan plan, Path folder) throws IOException {
        SpecificCompiler compiler = new RecordCompiler(plan.avroTypes());
        compiler.setStringType(plan.records().stringType());
        compiler.setFieldVisibility(SpecificCompiler.FieldVisibility.PRIVATE);
        compiler.setEnableDecimalLogicalType(true);
        compiler.setCreateOptionalGetters(false);
        compiler.setGettersReturnOptional(false);
        compiler.setOutputCharacterEncoding("UTF-8");
        compiler.compileToDestination(null, folder.toFile());
    }

    private static List<SourceFile> read(Path folder, RecordMarks marks) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile)
                    .map(file -> read(folder, file, marks))
                    .sorted(Comparator.comparing(SourceFile::path))
                    .toList();
        }
    }

    private static SourceFile read(Path folder, Path file, RecordMarks marks) {
        try {
            String path = folder.relativize(file).toString().replace('\\', '/');
            return new SourceFile(path, marks.on(type(path), Files.readString(file)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static JavaName type(String path) {
        int slash = path.lastIndexOf('/');
        String packageName = slash < 0 ? "" : path.substring(0, slash).replace('/', '.');
        return new JavaName(packageName, path.substring(slash + 1, path.length() - ".java".length()));
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
