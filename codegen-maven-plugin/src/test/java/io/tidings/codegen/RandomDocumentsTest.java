package io.tidings.codegen;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidings.codegen.plan.OperationPlan;
import io.tidings.testing.InMemoryTransport;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/**
 * Clients of random documents compile without a warning, and bring every message from one side to the other. {@code
 * -Ddocuments=1000} tries more of them, {@code -Ddocuments.seed=N} others, or with {@code -Ddocuments=1} that one again.
 */
class RandomDocumentsTest {

    private static final int DOCUMENTS = Integer.getInteger("documents", 30);
    private static final long SEED = Long.getLong("documents.seed", 1);
    private static final int BATCH = 50;

    @TempDir
    Path folder;

    @TestFactory
    List<DynamicTest> bringEveryMessageFromOneSideToTheOther() {
        List<DynamicTest> tests = new ArrayList<>();
        for (long from = SEED; from < SEED + DOCUMENTS; from += BATCH) {
            long first = from;
            long last = Math.min(from + BATCH, SEED + DOCUMENTS) - 1;
            tests.add(DynamicTest.dynamicTest(
                    "documents of seeds " + first + " to " + last, () -> bringsEveryMessage(first, last)));
        }
        return tests;
    }

    private void bringsEveryMessage(long first, long last) throws Exception {
        List<BothSides> documents = new ArrayList<>();
        Map<String, String> sources = new TreeMap<>();
        for (long seed = first; seed <= last; seed++) {
            BothSides document = read(seed, folder.resolve("d" + seed));
            documents.add(document);
            sources.putAll(document.sources());
        }
        Path classes = folder.resolve("classes" + first);
        ClassLoader loader = Compilation.strict(sources, classes).besideTests();
        long seed = first;
        for (BothSides document : documents) {
            for (OperationPlan operation : document.speaking()) {
                try (InMemoryTransport transport = InMemoryTransport.create()) {
                    new RoundTrips(loader, seed + operation.operation().hashCode(), transport, "someone")
                            .make(operation, document.partnerOf(operation));
                } catch (AssertionError | Exception e) {
                    throw new AssertionError(document.file() + ", operation " + operation.operation(), e);
                }
            }
            seed++;
        }
    }

    static BothSides read(long seed, Path folder) throws IOException {
        return BothSides.read(RandomDocument.write(seed, folder), RandomSettings.of(seed));
    }

    /** A generator of documents that always gives the same would prove little. */
    @TestFactory
    List<DynamicTest> areOfEveryKind() throws IOException {
        Set<String> kinds = new LinkedHashSet<>();
        for (long seed = 1; seed <= 100; seed++) {
            kinds.addAll(read(seed, folder.resolve("k" + seed)).kinds());
        }
        return List.of(DynamicTest.dynamicTest(
                "kinds: " + kinds.stream().sorted().collect(Collectors.joining(", ")),
                () -> assertThat(kinds)
                        .contains(
                                "Publisher",
                                "Subscriber",
                                "Requestor",
                                "Replier",
                                "Gatherer",
                                "command",
                                "shared",
                                "union",
                                "single",
                                "may answer",
                                "tombstone",
                                "field of several types",
                                "servers",
                                "key NONE",
                                "key STRING",
                                "key LONG",
                                "key INTEGER",
                                "key UUID",
                                "key BYTES",
                                "key DOUBLE",
                                "key BOOLEAN",
                                "key AVRO",
                                "key framed AVRO",
                                "open address",
                                "parameters",
                                "parameters of the payload",
                                "parameters of an enum",
                                "headers",
                                "headers that may lack",
                                "headers that never change",
                                "header STRING",
                                "header UUID",
                                "header INTEGER",
                                "header LONG",
                                "header DOUBLE",
                                "header BOOLEAN",
                                "header INSTANT",
                                "header DATE",
                                "header CHOICE",
                                "correlation id in a Header",
                                "correlation id in a Field",
                                "return address in a Header",
                                "return address in a Field",
                                "text as String",
                                "text as CharSequence",
                                "text as Utf8",
                                "records in their namespaces",
                                "records in other packages",
                                "staged builders",
                                "no staged builders",
                                "other accessors",
                                "codegen-message-not-generated",
                                "codegen-name-taken",
                                "codegen-name-adapted")));
    }
}
