package io.tidings.compat;

import io.tidings.compat.baseline.Baseline;
import io.tidings.compat.registry.RegistryBaseline;
import io.tidings.registry.CompatibilityLevel;
import io.tidings.registry.InMemorySchemaRegistry;
import io.tidings.sync.RegistryAccess;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.avro.Schema;

/**
 * The registry of a case: a folder for each subject with its versions as {@code 1.avsc}, {@code 2.avsc}. A file {@code level}
 * says what all subjects allow; a file {@code alone} says that the head is compared with the registry and with nothing else.
 */
record CaseRegistry(Path folder) {

    List<Baseline> bases(Baseline old) {
        String scope = folder.toString().replaceAll("\\W", "-");
        InMemorySchemaRegistry.drop(scope);
        InMemorySchemaRegistry registry = InMemorySchemaRegistry.shared(scope);
        for (Path subject : list(folder).filter(Files::isDirectory).toList()) {
            list(subject)
                    .forEach(file -> registry.register(subject.getFileName().toString(), schema(file)));
        }
        Path level = folder.resolve("level");
        if (Files.exists(level)) {
            registry.allow(CompatibilityLevel.valueOf(text(level)));
        }
        RegistryAccess access = RegistryAccess.none().with(Map.of("schema.registry.url", "mock://" + scope));
        return Files.exists(folder.resolve("alone"))
                ? List.of(RegistryBaseline.parse("registry:", access))
                : List.of(old, RegistryBaseline.asked(access));
    }

    private static Schema schema(Path file) {
        return new Schema.Parser().parse(text(file));
    }

    private static Stream<Path> list(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.sorted().toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file).strip();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
