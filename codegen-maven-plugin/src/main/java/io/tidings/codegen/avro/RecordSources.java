package io.tidings.codegen.avro;

import io.tidings.codegen.output.SourceFile;
import io.tidings.codegen.plan.GenerationPlan;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Writes the record, enum and fixed classes of a plan. */
public final class RecordSources {

    private RecordSources() {}

    /** All record classes of a valid plan, ordered by path. */
    public static List<SourceFile> of(GenerationPlan plan) {
        if (plan.avroTypes().isEmpty()) {
            return List.of();
        }
        RecordCompiler compiler = new RecordCompiler(plan);
        try {
            // Avro's compiler writes to folders only, and what it writes is empty: the sources are kept aside.
            Path folder = Files.createTempDirectory("tidings-records");
            try {
                compiler.compileToDestination(null, folder.toFile());
            } finally {
                delete(folder);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot write record classes to the temporary folder", e);
        }
        return compiler.sources().stream()
                .sorted(Comparator.comparing(SourceFile::path))
                .toList();
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
