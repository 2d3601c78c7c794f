package io.tidings.codegen;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;
import org.junit.platform.launcher.listeners.SummaryGeneratingListener;
import org.junit.platform.launcher.listeners.TestExecutionSummary;

/**
 * Contract tests, as users extend them: {@code contracts/*.java} of a case. The first line of each says what comes of it: {@code
 * // keeps}, or {@code // breaks TEST: MESSAGE}. They run as in a user's build, on a broker in this JVM.
 */
class ContractsIT {

    private static final Pattern BREAKS = Pattern.compile("// breaks (\\w+): (.+)");

    @TempDir
    static Path folder;

    @TestFactory
    Stream<DynamicTest> everyCaseHasContractsThatCompile() {
        return Case.all().stream()
                .map(test -> DynamicTest.dynamicTest(
                        test.name(), () -> test.compile(test.sourcesAndContracts(), folder.resolve(test.name()))));
    }

    @TestFactory
    Stream<DynamicTest> aContractSeesWhatBreaksIt() {
        return Case.all().stream().flatMap(test -> {
            List<Path> uses = uses(test);
            return uses.isEmpty() ? Stream.of() : tried(test, uses);
        });
    }

    private static Stream<DynamicTest> tried(Case test, List<Path> uses) {
        try {
            Compilation compiled = test.compile(test.sourcesAndContracts(), folder.resolve("used-" + test.name()));
            return uses.stream()
                    .map(use ->
                            DynamicTest.dynamicTest(test.name() + "/" + use.getFileName(), () -> tried(compiled, use)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void tried(Compilation compiled, Path use) throws Exception {
        TestExecutionSummary summary = run(compiled.loadBesideTests(use));
        assertThat(summary.getTestsFoundCount()).isPositive();
        Matcher breaks = BREAKS.matcher(Files.readAllLines(use).get(0));
        if (!breaks.matches()) {
            assertThat(summary.getFailures())
                    .as(
                            "%s",
                            summary.getFailures().stream()
                                    .map(TestExecutionSummary.Failure::getException)
                                    .toList())
                    .isEmpty();
            return;
        }
        assertThat(summary.getFailures()).isNotEmpty().allSatisfy(failure -> {
            assertThat(failure.getTestIdentifier().getDisplayName()).startsWith(breaks.group(1));
            assertThat(failure.getException()).hasMessageContaining(breaks.group(2));
        });
    }

    private static TestExecutionSummary run(Class<?> contract) {
        SummaryGeneratingListener listener = new SummaryGeneratingListener();
        LauncherFactory.create()
                .execute(
                        LauncherDiscoveryRequestBuilder.request()
                                .selectors(selectClass(contract))
                                .build(),
                        listener);
        return listener.getSummary();
    }

    private static List<Path> uses(Case test) {
        Path contracts = test.folder().resolve("contracts");
        if (!Files.isDirectory(contracts)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(contracts)) {
            return files.sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
