package io.tidings.sync.plan;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidings.asyncapi.AsyncApi;
import io.tidings.asyncapi.ReadResult;
import io.tidings.asyncapi.model.AsyncApiDocument;
import io.tidings.registry.SchemaDefinition;
import io.tidings.registry.SchemaReference;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.stream.Stream;
import org.apache.avro.Schema;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Runs each case: a folder with documents ({@code *.yaml}), {@code settings.properties} where they are not the default, and
 * {@code expected.txt}. {@code -Dcases.recreate=true} writes what is expected anew, for review.
 */
class PlanCasesTest {
    private static final Path ROOT = Path.of("src/test/resources/cases");

    @TestFactory
    Stream<DynamicTest> cases() throws IOException {
        try (Stream<Path> folders = Files.list(ROOT)) {
            return folders.filter(Files::isDirectory).sorted().toList().stream()
                    .map(folder -> DynamicTest.dynamicTest(folder.getFileName().toString(), () -> run(folder)));
        }
    }

    private static void run(Path folder) throws IOException {
        RegistrationPlan plan = RegistrationPlan.of(documents(folder), settings(folder));
        String found = print(plan).replace(folder + "/", "");
        Path expected = folder.resolve("expected.txt");
        if (Boolean.getBoolean("cases.recreate")) {
            Files.writeString(expected, found);
        }
        assertThat(found).isEqualTo(Files.readString(expected));
        assertThat(print(RegistrationPlan.of(documents(folder), settings(folder)))
                        .replace(folder + "/", ""))
                .as("the same again")
                .isEqualTo(found);
    }

    private static List<AsyncApiDocument> documents(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files
                    .filter(file -> file.toString().endsWith(".yaml"))
                    .sorted()
                    .map(AsyncApi::read)
                    .toList()
                    .stream()
                    .peek(result -> assertThat(result.valid())
                            .as(result.diagnostics().toString())
                            .isTrue())
                    .map(ReadResult::document)
                    .flatMap(java.util.Optional::stream)
                    .toList();
        }
    }

    private static PlanSettings settings(Path folder) throws IOException {
        Properties settings = new Properties();
        Path file = folder.resolve("settings.properties");
        if (Files.exists(file)) {
            try (Reader reader = Files.newBufferedReader(file)) {
                settings.load(reader);
            }
        }
        return new PlanSettings(
                strategy(settings.getProperty("payloads")),
                strategy(settings.getProperty("keys")),
                Boolean.parseBoolean(settings.getProperty("references")),
                Boolean.parseBoolean(settings.getProperty("all")));
    }

    private static @Nullable SubjectStrategy strategy(@Nullable String written) {
        return written == null ? null : SubjectStrategy.named(written).orElseThrow();
    }

    private static String print(RegistrationPlan plan) {
        StringBuilder out = new StringBuilder();
        Map<String, Schema> earlier = new HashMap<>();
        for (PlannedSchema planned : plan.schemas()) {
            Map<SchemaReference, Schema> referenced = new LinkedHashMap<>();
            planned.references().forEach(reference -> {
                assertThat(earlier).as("what is referred to comes first").containsKey(reference.subject());
                referenced.put(
                        new SchemaReference(reference.name(), reference.subject(), 1),
                        earlier.get(reference.subject()));
            });
            earlier.put(planned.subject(), planned.schema());
            out.append(planned.subject()).append('\n');
            planned.uses()
                    .forEach(use -> out.append("  for ")
                            .append(use.what())
                            .append(" at ")
                            .append(use.location())
                            .append('\n'));
            planned.references()
                    .forEach(reference ->
                            out.append("  refers to ").append(reference.name()).append('\n'));
            out.append("  ")
                    .append(SchemaDefinition.referring(planned.schema(), referenced)
                            .text())
                    .append('\n');
        }
        plan.remarks().forEach(remark -> {
            out.append('\n')
                    .append(remark.diagnostic().severity().label())
                    .append('[')
                    .append(remark.diagnostic().code());
            out.append("] ")
                    .append(remark.diagnostic().location())
                    .append(' ')
                    .append(remark.diagnostic().pointer());
            out.append('\n').append("  ").append(remark.diagnostic().message()).append('\n');
            remark.diagnostic()
                    .related()
                    .forEach(related -> out.append("  related ")
                            .append(related.location())
                            .append(": ")
                            .append(related.message())
                            .append('\n'));
            if (remark.diagnostic().hint() != null) {
                out.append("  hint: ").append(remark.diagnostic().hint()).append('\n');
            }
        });
        return out.toString();
    }
}
